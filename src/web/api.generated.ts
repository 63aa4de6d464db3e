// Made by scripts/generate.ts from the routes; do not edit.
export interface paths {
    "/api/business": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business: name, zone, currency */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal, as RFC 9457 problem details */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            code: string;
                            detail: string;
                            sentences: {
                                en: string;
                                zh: string;
                            };
                            status: number;
                            title: string;
                            type: string;
                            values?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description A refusal, as RFC 9457 problem details */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            code: string;
                            detail: string;
                            sentences: {
                                en: string;
                                zh: string;
                            };
                            status: number;
                            title: string;
                            type: string;
                            values?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            /** @description ISO 4217 */
                            currency: string;
                            name: string;
                            /** @description Orders are recorded, so zone and currency can no longer change */
                            settled: boolean;
                            /** @description The data is the made-up sample */
                            synthetic: boolean;
                            /** @description Give back the version that you read: a change by somebody else in between is refused, not overwritten */
                            version: number;
                            /** @description IANA time zone; local days are days of this zone */
                            zone: string;
                        };
                    };
                };
            };
        };
        /** Change the business */
        put: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description ISO 3166-1 alpha-2 */
                        country: string;
                        /** @description ISO 4217 */
                        currency: string;
                        name: string;
                        /** @description Give back the version that you read: a change by somebody else in between is refused, not overwritten */
                        version: number;
                        /** @description IANA time zone; local days are days of this zone */
                        zone: string;
                    };
                };
            };
            responses: {
                /** @description A refusal, as RFC 9457 problem details */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            code: string;
                            detail: string;
                            sentences: {
                                en: string;
                                zh: string;
                            };
                            status: number;
                            title: string;
                            type: string;
                            values?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description A refusal, as RFC 9457 problem details */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            code: string;
                            detail: string;
                            sentences: {
                                en: string;
                                zh: string;
                            };
                            status: number;
                            title: string;
                            type: string;
                            values?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @description ISO 3166-1 alpha-2 */
                            country: string;
                            /** @description ISO 4217 */
                            currency: string;
                            name: string;
                            /** @description Orders are recorded, so zone and currency can no longer change */
                            settled: boolean;
                            /** @description The data is the made-up sample */
                            synthetic: boolean;
                            /** @description Give back the version that you read: a change by somebody else in between is refused, not overwritten */
                            version: number;
                            /** @description IANA time zone; local days are days of this zone */
                            zone: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/business/stores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All stores */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal, as RFC 9457 problem details */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            code: string;
                            detail: string;
                            sentences: {
                                en: string;
                                zh: string;
                            };
                            status: number;
                            title: string;
                            type: string;
                            values?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description A refusal, as RFC 9457 problem details */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            code: string;
                            detail: string;
                            sentences: {
                                en: string;
                                zh: string;
                            };
                            status: number;
                            title: string;
                            type: string;
                            values?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            items: {
                                code: string;
                                name: string;
                                region: string | null;
                                /** Format: uuid */
                                storeId: string;
                            }[];
                        };
                    };
                };
            };
        };
        /** Add a store, or rename the one of that code */
        put: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        code: string;
                        name: string;
                        region: string | null;
                    };
                };
            };
            responses: {
                /** @description A refusal, as RFC 9457 problem details */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            code: string;
                            detail: string;
                            sentences: {
                                en: string;
                                zh: string;
                            };
                            status: number;
                            title: string;
                            type: string;
                            values?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description A refusal, as RFC 9457 problem details */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            code: string;
                            detail: string;
                            sentences: {
                                en: string;
                                zh: string;
                            };
                            status: number;
                            title: string;
                            type: string;
                            values?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            code: string;
                            name: string;
                            region: string | null;
                            /** Format: uuid */
                            storeId: string;
                        };
                    };
                };
            };
        };
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Ready to serve */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody?: never;
            responses: {
                /** @description A refusal, as RFC 9457 problem details */
                "4XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            code: string;
                            detail: string;
                            sentences: {
                                en: string;
                                zh: string;
                            };
                            status: number;
                            title: string;
                            type: string;
                            values?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description A refusal, as RFC 9457 problem details */
                "5XX": {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/problem+json": {
                            code: string;
                            detail: string;
                            sentences: {
                                en: string;
                                zh: string;
                            };
                            status: number;
                            title: string;
                            type: string;
                            values?: {
                                [key: string]: unknown;
                            };
                        };
                    };
                };
                /** @description Default Response */
                200: {
                    headers: {
                        [name: string]: unknown;
                    };
                    content: {
                        "application/json": {
                            /** @enum {string} */
                            status: "ready";
                        };
                    };
                };
            };
        };
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: never;
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
