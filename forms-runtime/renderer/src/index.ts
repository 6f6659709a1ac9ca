export { errorText, type ErrorText } from './error-text.ts';
export type { CodeListEntry, UploadPort } from './form-scope.ts';
export { FormView, type FormViewProps } from './FormView.tsx';
export { FormWizard, type FormWizardProps } from './FormWizard.tsx';
export { rendererMessages, type RendererKey } from './i18n/renderer-messages.ts';
export { TaskForm, type TaskFormProps } from './TaskForm.tsx';
export { todayInBrussels } from './today.ts';
export type { FormProps } from './use-form-state.ts';
export { widgets } from './widgets/registry.ts';
