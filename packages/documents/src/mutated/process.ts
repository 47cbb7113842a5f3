import { serveTasks } from '../bounded/serve-tasks.ts';
import { mutatedTasks } from './tasks.ts';

serveTasks(mutatedTasks);
