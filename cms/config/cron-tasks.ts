import { features } from '#src/features';
import { cronTasks as cronTasksOf } from '#src/jobs/jobs';

/** The jobs of all features; each is listed in the `feature.ts` of its feature. */
export const cronTasks = cronTasksOf(features.flatMap(({ jobs = [] }) => jobs));
