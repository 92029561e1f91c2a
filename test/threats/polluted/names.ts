const words = (text: string) => text.trim().split(/\s+/)

/**
 * Names that are not polluted: no code survives it. The first are read by the language itself, from descriptors, promises and
 * iterators; then come those that Node reads from every stream, `Blob`, `AbortSignal` and dictionary; the last is read by jose.
 */
export const excluded = words(`
    then get set value writable enumerable configurable done return throw toJSON autoAllocateChunkSize cancel
    endings required signal crit
`)

/** Names that Node's `fetch` and `Request`, or undici, read from objects of their own, whatever options they are given. */
export const readByNode = words(`
    aborted body referrer status statusText error reset highWaterMark allowH2 timeout connectTimeout
    keepAliveTimeout dispatcher keepalive mode window pull start type cache credentials integrity
    referrerPolicy duplex port host path once interceptors origin stream callback header query
`)

/** The options of every entry, of `fetch` and of a response, and the fields of events, operations, bodies, tokens and seeds. */
export const names = words(`
    Request aborted addStream address agent aid alg allowBrowser allowHttp anyOf apiKey apiKeyHeader apiUrl
    appId app_id application apps argument as asyncEnd asyncStart attachments attempt attempts audience avatar
    avatar_url b64 baseUrl bindings body bodySerializer bodyUsed by cache callId callback capture cause cf
    channelTypes channels client clockTolerance code compress connectTimeout connections content control count
    create created_at credentials current cut data debug decompress dispatcher display duplex duration end
    error errors exp expects expiresIn ext extractable fatal faults fetch file_id files filter filterSeparator
    find first_name follow from header headers highWaterMark hooks host iat id idempotent incomplete info init
    insecureHTTPParser inspect instancePath integrity issuer items keepAliveTimeout keepalive key_ops keyword
    kid kind label lastModified latency length limit links listed logLevel logger match maxBodyBytes
    maxConcurrent maxItems maxLength maxResponseBytes maxRetries maxTokenAge maximum media members message meta
    metadata method middleware minItems minLength minimum mode modulusLength more name next nextQuery notBefore
    now offset ok onError onRequest onResponse onRetry once open operation operationId origin owner pagination
    parameter params parseAs passive path pathParameters pathSerializer pattern payload permanent permissions
    port presence_status priority privateKey problem properties proxy publicKey pull query querySerializer rate
    rateLimit reason redact redirect redirected referrer referrerPolicy repeatable requestId requests
    requiredClaims reset response result retryAfter role roleId roleOverrides roles seed serverMessage shape
    signals size stack start started status statusText stream sub subject syscall timeout times tls token
    totalTimeout traceId typ type unix unknownFields unsent update uri url use userAgent username users
    validate verbose warn warning window words
`)
