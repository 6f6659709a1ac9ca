export { acceptSubmission } from './server/accept-submission.ts';
export { validateFormOnServer } from './server/validate-form-on-server.ts';
