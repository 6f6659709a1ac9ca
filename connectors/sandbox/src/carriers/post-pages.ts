import { dataTable } from '../pages/data-table.ts';
import { html, type Html } from '../pages/html.ts';
import { layout } from '../pages/layout.ts';
import { HAND_OVER_MODES, STEPS, type Step, TELLINGS } from './carrier-modes.ts';
import type { Letter, LetterEvent } from './letter-book.ts';

const steps: { readonly [One in Letter['kind']]: readonly Step[] } = {
  registered: STEPS.filter((step) => step !== 'available' && step !== 'read'),
  ebox: ['available', 'read', 'returned'],
};

const options = (values: readonly string[]): readonly Html[] =>
  values.map((value) => html`<option value="${value}">${value}</option>`);

const demo = html`<p class="demo" role="note">Demonstration: nobody carries anything. You play whoever does.</p>`;

const table = (letters: readonly Letter[]): Html =>
  dataTable({
    caption: `Letters that were handed over: ${letters.length}`,
    headings: ['Letter', 'Way', 'From', 'For', 'Number', 'Last'],
    rows: letters.map(
      ({ id, subject, kind, sender, recipient, number, events }) =>
        html`<tr>
          <td><a href="/post/${id}">${subject}</a></td>
          <td>${kind}</td>
          <td>${sender}</td>
          <td>${recipient.join(', ')}</td>
          <td>${number ?? ''}</td>
          <td>${events.at(-1)?.status ?? 'accepted'}</td>
        </tr>`,
    ),
  });

/** The letters that carriers of the sandbox have, and what they do with the next ones. */
export const postPage = (letters: readonly Letter[], mode: string): string =>
  layout(
    'Carriers of letters',
    html`${demo}
      <p><a href="/">Sources</a></p>
      <form method="post" action="/post/mode">
        <label for="mode">What they do with the next letters (now: ${mode})</label>
        <select id="mode" name="mode">
          ${options(HAND_OVER_MODES)}
        </select>
        <label for="count">how many</label>
        <input id="count" name="count" type="number" min="1" max="100" value="1" />
        <button type="submit">Set</button>
      </form>
      ${letters.length === 0 ? html`<p>No letter was handed over yet.</p>` : table(letters)}`,
  );

/** One letter, for whoever plays the postman. */
export const letterPage = (letter: Letter, events: readonly LetterEvent[]): string =>
  layout(
    letter.subject,
    html`${demo}
      <p><a href="/post">All letters</a></p>
      <dl>
        <dt>From</dt>
        <dd>${letter.sender} (${letter.account})</dd>
        <dt>For</dt>
        <dd>${letter.recipient.join(', ')}</dd>
        <dt>Number</dt>
        <dd>${letter.number ?? 'none'}</dd>
        <dt>Reference</dt>
        <dd>${letter.reference}</dd>
        <dt>Size</dt>
        <dd>${letter.bytes} bytes</dd>
      </dl>
      <form class="stacked" method="post" action="/post/${letter.id}">
        <label for="step">What happens</label>
        <select id="step" name="step">
          ${options(steps[letter.kind])}
        </select>
        <label for="telling">How it is told</label>
        <select id="telling" name="telling">
          ${options(TELLINGS)}
        </select>
        <button type="submit">Let it happen</button>
      </form>
      <h2>What happened</h2>
      <ul>
        ${events.map(({ status, at }) => html`<li>${at.slice(0, 10)}: ${status}</li>`)}
      </ul>`,
  );

export const unknownLetterPage = (): string => layout('Carriers of letters', html`<p>There is no such letter.</p>`);
