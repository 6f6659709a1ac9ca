import type { CaseParticipants, ParticipantView } from '@irisflow/client';
import { Answered, useLocalized } from '@irisflow/frame';
import { AppLink, Button, StatusTag, useFormatters, VisuallyHidden } from '@irisflow/ui';
import { useState } from 'react';
import { CaseLanguage } from '../cases/CaseLanguage.tsx';
import { ReachWords } from '../reach/ReachWords.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { AddParticipant } from './AddParticipant.tsx';
import { EndParticipant } from './EndParticipant.tsx';
import { Household } from './Household.tsx';
import { useParticipants } from './use-participants.ts';

interface OneProps {
  readonly participant: ParticipantView;
  readonly onEnd: () => void;
}

const useDays = () => {
  const t = useDeskText();
  const { date } = useFormatters();
  return ({ validFrom, validTo }: Pick<ParticipantView, 'validFrom' | 'validTo'>): string =>
    validTo === null
      ? t('mandate.from', { day: date(validFrom) })
      : t('mandate.fromTo', { first: date(validFrom), last: date(validTo) });
};

const lines = (...parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(' · ');

/** How they are reached, what it rests on, and why it is over. */
const Particulars = ({ participant }: Pick<OneProps, 'participant'>) => {
  const t = useDeskText();
  const { dateTime } = useFormatters();
  const { email, phone, address, addedBy, addedAt, proof, endedAt, endReason } = participant;
  const reach = lines(address?.replaceAll('\n', ', ') ?? null, email, phone);
  return (
    <>
      {reach !== '' && <p className="iris-muted">{reach}</p>}
      <p className="iris-muted">{t('participant.addedBy', { name: addedBy, at: dateTime(addedAt), proof })}</p>
      {endedAt !== null && endReason !== null && (
        <p className="iris-muted">{t('participant.endedAt', { at: dateTime(endedAt), reason: endReason })}</p>
      )}
    </>
  );
};

const One = ({ participant, onEnd }: OneProps) => {
  const t = useDeskText();
  const read = useLocalized();
  const daysOf = useDays();
  const { name, partyId, state, access } = participant;
  const isOpen = state === 'inForce' || state === 'future';
  return (
    <li className="desk-mandate">
      <div>
        <p className="iris-row">
          <strong>{partyId === null ? name : <AppLink href={`/parties/${partyId}`}>{name}</AppLink>}</strong>
          <span>{read(participant.roleLabel)}</span>
          <CaseLanguage language={participant.language} />
          <StatusTag tone={state === 'inForce' ? 'success' : 'neutral'}>{t(`mandate.state.${state}`)}</StatusTag>
        </p>
        <p className="iris-muted">{lines(daysOf(participant), t(`participant.access.${access}`))}</p>
        {access !== 'none' && partyId === null && isOpen && <p className="iris-muted">{t('participant.unseen')}</p>}
        {participant.reach !== null && <ReachWords reach={participant.reach} />}
        <Particulars participant={participant} />
      </div>
      {isOpen && (
        <Button tone="secondary" size="small" onClick={onEnd}>
          {t('participant.end')} <VisuallyHidden>({name})</VisuallyHidden>
        </Button>
      )}
    </li>
  );
};

const Whole = ({ caseId, found }: { readonly caseId: string; readonly found: CaseParticipants }) => {
  const t = useDeskText();
  const [isAdding, setAdding] = useState(false);
  const [ending, setEnding] = useState<ParticipantView>();
  const { roles, participants, household } = found;
  return (
    <div className="iris-stack">
      {participants.length === 0 ? (
        <p className="iris-muted">{t('participant.none')}</p>
      ) : (
        <ul className="desk-mandates">
          {participants.map((participant) => (
            <One key={participant.id} participant={participant} onEnd={() => setEnding(participant)} />
          ))}
        </ul>
      )}
      <Household statements={household} />
      {roles.length > 0 && (
        <div>
          <Button tone="secondary" size="small" icon="plus" onClick={() => setAdding(true)}>
            {t('participant.add')}
          </Button>
        </div>
      )}
      {isAdding && <AddParticipant caseId={caseId} roles={roles} onClose={() => setAdding(false)} />}
      <EndParticipant caseId={caseId} participant={ending} onClose={() => setEnding(undefined)} />
    </div>
  );
};

/** Who takes part in a case beside its applicant, and who lives with them. */
export const Participants = ({ caseId }: { readonly caseId: string }) => (
  <Answered query={useParticipants(caseId)}>{(found) => <Whole caseId={caseId} found={found} />}</Answered>
);
