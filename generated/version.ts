// Made by `npm run generate` from openapi/. Do not edit.
/** Version of the document, and of the package. */
export const version = '0.2.0'
