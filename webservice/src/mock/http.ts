/** A request as the listener received it. */
export interface MockRequest {
  method: string;
  /** Path and query as they stand in the request line: `/webservice/rest/server.php?a=b`. */
  target: string;
  /** Lower-case names. */
  headers: Readonly<Record<string, string | undefined>>;
  /** The bytes of the body, one character (0 to 255) per byte. */
  body: string;
}

export interface MockResponse {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: string;
}
