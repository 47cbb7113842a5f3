/** Every option of the command line, as `parseArgs` of Node takes them. */
export const options = {
  json: { type: 'boolean' },
  format: { type: 'string' },
  out: { type: 'string', short: 'o' },
  stage: { type: 'string' },
  lang: { type: 'string' },
  jobs: { type: 'string', short: 'j' },
  'max-findings': { type: 'string' },
  'max-findings-total': { type: 'string' },
  resume: { type: 'string' },
  summary: { type: 'boolean' },
  progress: { type: 'boolean' },
  against: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export type OptionName = keyof typeof options;

const ofFiles = ['lang', 'jobs', 'progress'] as const;

/** Which options each command takes. */
export const optionsOf = {
  check: [
    ...ofFiles,
    ...(['json', 'format', 'out', 'stage', 'max-findings', 'max-findings-total', 'resume', 'summary'] as const),
  ],
  import: [...ofFiles, 'out'],
  export: [...ofFiles, 'format', 'out', 'resume'],
  verify: [...ofFiles, 'json', 'against', 'resume'],
  rules: ['lang', 'json'],
  formats: ['lang', 'json'],
} as const satisfies Readonly<Record<string, readonly OptionName[]>>;

export type CommandName = keyof typeof optionsOf;
