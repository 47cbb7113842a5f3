import { serveTasks } from '@nianbao/documents/bounded';
import { tasks } from './tasks.ts';

serveTasks(tasks);
