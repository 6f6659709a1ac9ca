export { formOf, type FieldSetup } from './testing/form-of.ts';
export { sampleForm, samplePrefilled, sampleSubmission } from './testing/sample-form.ts';
