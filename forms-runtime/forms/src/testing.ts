export { sampleForm, samplePrefilled, sampleSubmission } from './testing/sample-form.ts';
