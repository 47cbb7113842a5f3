import { documentTasks } from './document-tasks.ts';
import { serveTasks } from './serve-tasks.ts';

serveTasks(documentTasks);
