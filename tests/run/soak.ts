// Set up before every test file of `npm run soak`. A property that names its own number of runs keeps it.
import fc from 'fast-check';

fc.configureGlobal({ numRuns: 5_000 });
