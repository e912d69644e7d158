import { alias } from 'drizzle-orm/sqlite-core';
import { assignment } from '../schema/assignment.ts';
import { progressUpdate } from '../schema/history.ts';
import { organisation } from '../schema/organisation.ts';
import { person } from '../schema/person.ts';
import { post, postHolder } from '../schema/post.ts';

// Second names for tables that a query joins twice.

/** Whoever withdrew evidence or a request, or decided a request, beside whoever made it. */
export const withdrawer = alias(person, 'withdrawer');
export const decider = alias(person, 'decider');
/** Whoever asked for a change, beside whoever made it. */
export const asker = alias(person, 'asker');

/** Whoever made a claim, and whoever checked it in a sample, beside whoever drew the sample. */
export const claimant = alias(person, 'claimant');
export const checker = alias(person, 'checker');

/** The regional unit of a force. */
export const regionalUnit = alias(organisation, 'regional_unit');

/** The assignment that another one waits for, and whose it is. */
export const awaitedAssignment = alias(assignment, 'awaited_assignment');
export const awaitedOrganisation = alias(organisation, 'awaited_organisation');

/** The update that an update corrects, and the one that corrects it. */
export const corrected = alias(progressUpdate, 'corrected');
export const correction = alias(progressUpdate, 'correction');

/** Whoever held a post before. */
export const predecessor = alias(postHolder, 'predecessor');

/** The post that delivers an assignment and who holds it, beside the post that owns it. */
export const deliveryPost = alias(post, 'delivery_post');
export const deliveryHolder = alias(postHolder, 'delivery_holder');

/** The body that took over from one that ended. */
export const successorOrganisation = alias(organisation, 'successor_organisation');
