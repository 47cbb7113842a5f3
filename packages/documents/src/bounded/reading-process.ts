import { readingTasks } from './reading-tasks.ts';
import { serveTasks } from './serve-tasks.ts';

serveTasks(readingTasks);
