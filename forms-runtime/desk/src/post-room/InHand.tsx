import type { PostRoomView } from '@irisflow/client';
import { AppLink } from '@irisflow/ui';
import { usePostRoomText } from './post-room-texts.ts';

type Held = PostRoomView['items'][number]['inHand'];

/** Who has a letter in hand, or why its carrier does not take it. */
export const InHand = ({ inHand: { batch, carrier, problem } }: { readonly inHand: Held }) => {
  const t = usePostRoomText();
  if (batch !== null)
    return <AppLink href={`/post-room/batches/${batch.id}`}>{t('inHand.batch', { number: batch.number })}</AppLink>;
  if (carrier === null) return null;
  return (
    <>
      {t(`carrier.${carrier}`)}
      {problem !== null && <span className="desk-line">{t(`problem.${problem}`)}</span>}
    </>
  );
};
