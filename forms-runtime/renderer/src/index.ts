export { errorText } from './error-text.ts';
export { UploadRefusal, type UploadPort, type UploadReason, type WrittenField } from './form-scope.ts';
export { FieldValue, FieldValues } from './FieldValue.tsx';
export { FormView, type RestrictedAnswer } from './FormView.tsx';
export { FormWizard, type FormWizardProps } from './FormWizard.tsx';
export { prefilledOf, sourceNamesOf } from './prefilled-of.ts';
export { rendererMessages } from './i18n/renderer-messages.ts';
export { TaskForm, type TaskFormProps } from './TaskForm.tsx';
export { todayInBrussels } from './today.ts';
