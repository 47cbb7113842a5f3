import type { DestinationStream, Logger } from 'pino';
import { pino } from 'pino';
import type { Config } from '../start/config.ts';
import { loggedError } from './logged-error.ts';

/** The server's log: a line of JSON for each event, on standard error unless told otherwise. */
export function createLog(level: Config['logLevel'], destination: DestinationStream = pino.destination(2)): Logger {
  const serializers = { error: (error: unknown) => loggedError(error), err: (error: unknown) => loggedError(error) };
  return pino({ level, base: { service: 'nianbao' }, serializers }, destination);
}
