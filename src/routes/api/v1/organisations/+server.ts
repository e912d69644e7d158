import { listOrganisationsForPrograms } from '#lib/server/reads/for-programs.ts';
import { apiAnswer } from '../../api-answer.ts';

export const GET = apiAnswer('register', [], listOrganisationsForPrograms);
