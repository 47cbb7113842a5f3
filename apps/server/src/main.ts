import './compiled-code.ts';

const { serve } = await import('./start/serve.ts');
await serve(process.env);
