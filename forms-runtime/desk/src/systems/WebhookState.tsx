import type { WebhookView } from '@irisflow/client';
import { StatusTag } from '@irisflow/ui';
import { useDeskText } from '../texts/desk-texts.ts';

/** Whether messages go out, and why not. */
export const WebhookState = ({ webhook: { state, stopReason } }: { readonly webhook: WebhookView }) => {
  const t = useDeskText();
  return (
    <>
      <StatusTag tone={state === 'active' ? 'success' : 'danger'}>{t(`webhooks.state.${state}`)}</StatusTag>
      {stopReason !== null && <span className="desk-line">{t(`webhooks.stop.${stopReason}`)}</span>}
    </>
  );
};
