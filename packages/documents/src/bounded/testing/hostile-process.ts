import { serveTasks } from '../serve-tasks.ts';
import { hostileTasks } from './hostile-tasks.ts';

serveTasks(hostileTasks);
