/** A page that says what it is: what people of the demonstration add where a form asks for a document. */
const page = `%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>endobj
4 0 obj<</Length 71>>stream
BT /F1 18 Tf 72 740 Td (Document of the demonstration of Irisflow) Tj ET
endstream
endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

export const sampleDocument = { name: 'demonstration.pdf', content: new TextEncoder().encode(page) } as const;
