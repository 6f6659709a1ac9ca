import type { ParagraphOffers } from '@irisflow/client';
import { Answered, Failure } from '@irisflow/frame';
import type { WrittenField } from '@irisflow/renderer';
import { Button, Dialog, Form, Notice, StatusTag, VisuallyHidden } from '@irisflow/ui';
import { useState } from 'react';
import { createPortal } from 'react-dom';
import { FilterSearch } from '../app/FilterSearch.tsx';
import { useDeskText } from '../texts/desk-texts.ts';
import { putText, selectionOf } from './put-text.ts';
import { useInsertParagraph, useOffers, type WritingPlace } from './use-paragraphs.ts';

interface PickProps {
  readonly place: WritingPlace;
  readonly field: Omit<WrittenField, 'pointer'>;
}

type Offer = ParagraphOffers['items'][number];

interface OfferProps {
  readonly offer: Offer;
  readonly language: ParagraphOffers['language'];
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}

/** A choice like any other to the keyboard; the one that is chosen is shown whole. */
const OfferItem = ({ offer, language, isChosen, onChoose }: OfferProps) => {
  const t = useDeskText();
  return (
    <div className="desk-offer">
      <label className="desk-offer__head">
        <input
          type="radio"
          name="paragraph"
          checked={isChosen}
          onChange={onChoose}
          aria-describedby={`o-${offer.id}`}
        />
        <strong lang={language}>{offer.title}</strong>
        <StatusTag tone={offer.fit === 'ground' ? 'success' : 'neutral'}>{t(`paragraph.fit.${offer.fit}`)}</StatusTag>
      </label>
      <p id={`o-${offer.id}`} className="desk-offer__text" lang={language}>
        {offer.text}
      </p>
      {isChosen && offer.legalReference !== '' && (
        <p className="iris-muted" lang={language}>
          {offer.legalReference}
        </p>
      )}
      {isChosen && offer.missing.length > 0 && (
        <Notice tone="warning" title={t('paragraph.holes')}>
          {offer.missing.join(', ')}
        </Notice>
      )}
    </div>
  );
};

interface ListProps {
  readonly offers: ParagraphOffers;
  readonly chosen: string | undefined;
  readonly onChoose: (offer: Offer) => void;
}

const OfferList = ({ offers, chosen, onChoose }: ListProps) => {
  const t = useDeskText();
  const { items, language, untranslated, more } = offers;
  return (
    <>
      {items.length === 0 ? (
        <p>{t('paragraph.pick.none')}</p>
      ) : (
        <fieldset className="desk-offers">
          <legend className="iris-visually-hidden">{t('paragraph.pick')}</legend>
          {items.map((offer) => (
            <OfferItem
              key={offer.id}
              offer={offer}
              language={language}
              isChosen={offer.id === chosen}
              onChoose={() => onChoose(offer)}
            />
          ))}
        </fieldset>
      )}
      {more && <p className="iris-muted">{t('paragraph.pick.more')}</p>}
      {untranslated > 0 && <p className="iris-muted">{t.plural('paragraph.pick.untranslated', untranslated)}</p>}
    </>
  );
};

const PickForm = ({ place, field, onClose }: PickProps & { readonly onClose: () => void }) => {
  const t = useDeskText();
  const [search, setSearch] = useState<string>();
  const [offer, setOffer] = useState<Offer>();
  const offers = useOffers(place, search);
  const insert = useInsertParagraph(place);
  const put = (): void => {
    if (offer === undefined || insert.isPending) return;
    const onSuccess = (text: string): void => {
      field.onChange(putText(field.text, text, selectionOf(field.id, field.text)));
      onClose();
      setTimeout(() => document.getElementById(field.id)?.focus(), 0);
    };
    insert.mutate(offer, { onSuccess });
  };
  return (
    <Form className="iris-stack" onSubmit={put}>
      {insert.isError && <Failure error={insert.error} />}
      <FilterSearch
        id="paragraph-search"
        label={t('filter.search')}
        hint={t('paragraph.search.hint')}
        value={search}
        onChange={setSearch}
      />
      <Answered query={offers}>
        {(found) => <OfferList offers={found} chosen={offer?.id} onChoose={setOffer} />}
      </Answered>
      <div className="iris-dialog__actions">
        <Button type="submit" busy={insert.isPending} disabled={offer === undefined}>
          {t('paragraph.insert')}
        </Button>
        <Button tone="secondary" onClick={onClose}>
          {t('cancel')}
        </Button>
      </div>
    </Form>
  );
};

/** Below a field in which somebody writes why: a standard paragraph to begin with, to be edited freely afterward. */
export const PickParagraph = (props: PickProps) => {
  const t = useDeskText();
  const [isOpen, setOpen] = useState(false);
  const close = (): void => setOpen(false);
  return (
    <>
      <Button tone="quiet" size="small" icon="plus" onClick={() => setOpen(true)}>
        {t('paragraph.pick.open')}
        <VisuallyHidden>{t('paragraph.pick.for', { field: props.field.label })}</VisuallyHidden>
      </Button>
      {createPortal(
        <Dialog open={isOpen} wide title={t('paragraph.pick')} onClose={close}>
          {isOpen && <PickForm {...props} onClose={close} />}
        </Dialog>,
        document.body,
      )}
    </>
  );
};
