import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Compiled code is kept beside the dependencies: what is loaded after this starts in half the time the next time.
const compiled = fileURLToPath(new URL('../../../node_modules/.cache/nianbao', import.meta.url));
enableCompileCache(compiled);
process.env.NODE_COMPILE_CACHE = compiled;
