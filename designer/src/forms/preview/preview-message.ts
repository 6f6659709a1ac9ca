import type { Locale } from '@irisflow/client';
import type { FormData, FormDefinition } from '@irisflow/forms';

/** Who fills in the form: the applicant sees the wizard of the portal, the agent the task of the desk. */
export type PreviewReader = 'applicant' | 'agent';

/** What the editor tells the preview to show. */
export interface PreviewMessage {
  kind: 'irisflow.preview';
  form: FormDefinition;
  reader: PreviewReader;
  locale: Locale;
  /** Answers to begin with; another `at` begins anew. */
  start?: { readonly at: number; readonly data: FormData };
}

/** What the preview tells the editor: what is answered by now, and whether it was sent. */
export interface PreviewAnswer {
  kind: 'irisflow.preview.answer';
  data: FormData;
  isSent: boolean;
}

/** What the preview says once it listens. */
export const previewReady = 'irisflow.preview.ready';

export const isPreviewMessage = (value: unknown): value is PreviewMessage =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'irisflow.preview';

export const isPreviewAnswer = (value: unknown): value is PreviewAnswer =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'irisflow.preview.answer';
