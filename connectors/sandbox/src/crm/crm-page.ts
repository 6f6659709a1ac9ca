import { dataTable } from '../pages/data-table.ts';
import { html, type Html } from '../pages/html.ts';
import { layout } from '../pages/layout.ts';
import { CRM_OBJECTS, type CrmBook } from './crm-book.ts';

/** What the CRM holds, a table an object. */
export const crmPage = (book: CrmBook): string =>
  layout(
    'CRM of the sandbox',
    html`<p>Records that connectors wrote. They are gone when the sandbox stops.</p>
      ${Object.entries(CRM_OBJECTS).map(([name, { fields }]) => objectTable(name, ['Id', ...fields], book))}`,
  );

const objectTable = (name: string, fields: readonly string[], book: CrmBook): Html => {
  const records = book.all(name);
  if (records.length === 0)
    return html`<h2>${name}</h2>
      <p>No record yet.</p>`;
  return html`<h2>${name}</h2>
    ${dataTable({
      headings: fields,
      rows: records.map(
        (record) =>
          html`<tr>
            ${fields.map((field) => html`<td>${String(record[field] ?? '')}</td>`)}
          </tr>`,
      ),
    })}`;
};
