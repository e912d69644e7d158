// Every table, for the query builder and the migration generator; the one place that gathers them.
export * from './action.ts';
export * from './assignment.ts';
export * from './audit.ts';
export * from './claim.ts';
export * from './conversation.ts';
export * from './evidence.ts';
export * from './history.ts';
export * from './inspection.ts';
export * from './organisation.ts';
export * from './part.ts';
export * from './person.ts';
export * from './post.ts';
export * from './recommendation.ts';
export * from './requests.ts';
export * from './service.ts';
