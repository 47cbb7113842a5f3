export * from './figures/prior-figure.tsx';
export * from './figures/figure.tsx';
export * from './figures/format-figure.ts';
export * from './findings/severity-sign.tsx';
export * from './messages/messages.ts';
export * from './statutory-table/figure-slot.ts';
export * from './statutory-table/statutory-table.tsx';
export * from './theme/theme.ts';
