import type { operations } from './schema';

type Json<T> = T extends { content: { 'application/json': infer Body } } ? Body : never;

/** The JSON body that an operation takes: `RequestBody<'logContact'>`. */
export type RequestBody<Operation extends keyof operations> = operations[Operation] extends { requestBody?: infer Body }
  ? Json<NonNullable<Body>>
  : never;

/** The JSON body of an operation's success: `ResponseBody<'listCompanies'>`. */
export type ResponseBody<Operation extends keyof operations> = operations[Operation] extends { responses: infer Responses }
  ? Json<Responses[keyof Responses & (200 | 201 | 202)]>
  : never;

/** One row of a list operation. */
export type ListItem<Operation extends keyof operations> = ResponseBody<Operation> extends { items: (infer Item)[] } ? Item : never;

/** The query parameters of an operation. */
export type QueryOf<Operation extends keyof operations> = operations[Operation] extends { parameters: { query?: infer Query } }
  ? NonNullable<Query>
  : never;
