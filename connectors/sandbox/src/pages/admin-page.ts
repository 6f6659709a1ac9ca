import { HOUSEHOLDS } from '../fixtures/population.ts';
import { ENTERPRISES } from '../fixtures/enterprises.ts';
import { ADDRESSES } from '../fixtures/addresses.ts';
import { FAULT_MODES, type Faults } from '../faults.ts';
import { SOURCE_IDS, type SourceId } from '../source-ids.ts';
import type { ObservedRequest } from '../request-log.ts';
import type { ObservedConsultation } from '../consultation-diary.ts';
import { dataTable } from './data-table.ts';
import { html, type Html } from './html.ts';
import { layout } from './layout.ts';

export type AdminView = {
  readonly faults: Faults;
  readonly consultations: readonly ObservedConsultation[];
  readonly requests: readonly ObservedRequest[];
  readonly mailUrl: string;
};

/** People, switches and the latest consultations on one page that works without scripts. */
export const adminPage = ({ faults, consultations, requests, mailUrl }: AdminView): string =>
  layout(
    'Sandbox of authentic sources',
    html`<p>Everybody and everything here is fictional. <a href="${mailUrl}">Read the mails that were sent.</a></p>
      <p><a href="/post">Carry letters: registered ones, and those of digital mailboxes.</a></p>
      <p><a href="/crm">Look at the CRM.</a></p>
      <p><a href="/register-events">Tell the platform that somebody died or moved.</a></p>
      <h2>Switches</h2>
      ${dataTable({
        caption: 'What each source does with its next requests',
        headings: ['Source', 'Now', 'Change'],
        rows: SOURCE_IDS.map((source) => switchRow(source, faults)),
      })}
      <h2>People</h2>
      ${HOUSEHOLDS.map(householdTable)}
      <h2>Companies</h2>
      ${companyTable()}
      <h2>Latest consultations</h2>
      ${consultations.length === 0 ? html`<p>None yet.</p>` : consultationTable(consultations)}
      <h2>Latest requests</h2>
      ${requests.length === 0 ? html`<p>None yet.</p>` : requestTable(requests)}`,
  );

const switchRow = (source: SourceId, faults: Faults): Html => {
  const { mode, count } = faults.current(source);
  const options = FAULT_MODES.map((option) =>
    option === mode ? html`<option selected>${option}</option>` : html`<option>${option}</option>`,
  );
  return html`<tr>
    <th scope="row">${source}</th>
    <td>${mode}${count === undefined ? '' : ` (${count} more)`}</td>
    <td>
      <form method="post" action="/_faults/${source}">
        <label for="mode-${source}">Mode</label>
        <select id="mode-${source}" name="mode">
          ${options}
        </select>
        <label for="count-${source}">Requests (empty: all)</label>
        <input id="count-${source}" name="count" type="number" min="1" max="1000" />
        <button type="submit">Set ${source}</button>
      </form>
    </td>
  </tr>`;
};

const householdTable = ({ story, language, address, members }: (typeof HOUSEHOLDS)[number]): Html => {
  const { street, houseNumber, postCode, municipality } = ADDRESSES[address];
  return dataTable({
    caption: `${story} (${language}, ${street[language]} ${houseNumber}, ${postCode} ${municipality[language]})`,
    headings: ['Name', 'Number', 'Born', 'Role'],
    rows: members.map(
      ({ firstName, lastName, ssin, formerNumbers = [], birthDate, relation }) =>
        html`<tr>
          <th scope="row">${firstName} ${lastName}</th>
          <td>${ssin}${formerNumbers.length === 0 ? '' : ` (formerly ${formerNumbers.join(', ')})`}</td>
          <td>${birthDate}</td>
          <td>${relation}</td>
        </tr>`,
    ),
  });
};

const companyTable = (): Html =>
  dataTable({
    headings: ['Name', 'Number', 'Situation', 'Seat'],
    rows: ENTERPRISES.map(
      ({ name, number, status, situation, address }) =>
        html`<tr>
          <th scope="row">${name.fr ?? name.nl ?? ''}</th>
          <td>${number}</td>
          <td>${status === 'stopped' ? 'stopped' : situation.code} since ${situation.from}</td>
          <td>${address.postCode} ${address.municipality.fr}</td>
        </tr>`,
    ),
  });

const consultationTable = (consultations: readonly ObservedConsultation[]): Html =>
  dataTable({
    headings: ['When', 'Source', 'About', 'Purpose', 'Legal basis', 'Status'],
    rows: consultations.map(
      ({ at, source, subject, purpose, legalBasis, status }) =>
        html`<tr>
          <td>${at}</td>
          <td>${source}</td>
          <td>${subject}</td>
          <td>${purpose}</td>
          <td>${legalBasis}</td>
          <td>${status}</td>
        </tr>`,
    ),
  });

const requestTable = (requests: readonly ObservedRequest[]): Html =>
  dataTable({
    headings: ['When', 'Service', 'Asked', 'Status'],
    rows: requests.map(
      ({ at, service, asked, status }) =>
        html`<tr>
          <td>${at}</td>
          <td>${service}</td>
          <td>${asked}</td>
          <td>${status}</td>
        </tr>`,
    ),
  });
