import type { Locale } from '@irisflow/client';
import type { FormDefinition } from '@irisflow/forms';

/** Who fills in the form: the applicant sees the wizard of the portal, the agent the task of the desk. */
export type PreviewReader = 'applicant' | 'agent';

/** What the editor tells the preview to show. */
export interface PreviewMessage {
  kind: 'irisflow.preview';
  form: FormDefinition;
  reader: PreviewReader;
  locale: Locale;
}

/** What the preview says once it listens. */
export const previewReady = 'irisflow.preview.ready';

export const isPreviewMessage = (value: unknown): value is PreviewMessage =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'irisflow.preview';
