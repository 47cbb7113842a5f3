export { makeTemplate as default } from './county-template.ts';
