export { formOf, type FieldSetup, type FormSetup } from './testing/form-of.ts';
export { sampleForm, samplePrefilled, sampleSubmission } from './testing/sample-form.ts';
