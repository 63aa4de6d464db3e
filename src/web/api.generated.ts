// Made by scripts/generate.ts from the routes; do not edit.
export interface paths {
    "/api/access/first": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Become the first owner, by the link that the server printed */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        business?: {
                            country: string;
                            currency: string;
                            name: string;
                            zone: string;
                        };
                        /** Format: email */
                        email: string;
                        locale?: "zh-CN" | "en";
                        name: string;
                        password: string;
                        token: string;
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
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/invitations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw an invitation */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
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
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/join": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Follow an invitation, or set a new password */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        locale?: "zh-CN" | "en";
                        name?: string;
                        password: string;
                        token: string;
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
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Keys of other programs */
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
                                /** Format: date-time */
                                createdAt: string;
                                createdBy: string;
                                expiresAt: string | null;
                                /** Format: uuid */
                                id: string;
                                lastUsedAt: string | null;
                                name: string;
                                prefix: string;
                                revokedAt: string | null;
                                role: "owner" | "manager" | "analyst" | "agent" | "clerk" | "integrator";
                            }[];
                        };
                    };
                };
            };
        };
        put?: never;
        /** Make a key: its secret is answered once */
        post: {
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
                        /** @description Valid for so many days; for ever when left out */
                        days?: number;
                        name: string;
                        role: "owner" | "manager" | "analyst" | "agent" | "clerk" | "integrator";
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
                            key: {
                                /** Format: date-time */
                                createdAt: string;
                                createdBy: string;
                                expiresAt: string | null;
                                /** Format: uuid */
                                id: string;
                                lastUsedAt: string | null;
                                name: string;
                                prefix: string;
                                revokedAt: string | null;
                                role: "owner" | "manager" | "analyst" | "agent" | "clerk" | "integrator";
                            };
                            secret: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Revoke a key, at once */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
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
                            /** Format: date-time */
                            createdAt: string;
                            createdBy: string;
                            expiresAt: string | null;
                            /** Format: uuid */
                            id: string;
                            lastUsedAt: string | null;
                            name: string;
                            prefix: string;
                            revokedAt: string | null;
                            role: "owner" | "manager" | "analyst" | "agent" | "clerk" | "integrator";
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a one-time link is for */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        token: string;
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
                            business: {
                                country: string;
                                currency: string;
                                /** @description Orders are recorded already: zone and currency stay */
                                isFixed: boolean;
                                name: string;
                                zone: string;
                            };
                            email: string | null;
                            kind: "first" | "invite" | "reset";
                            name: string | null;
                            role: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who asks, with which rights, in whose house */
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
                            business: {
                                country: string;
                                currency: string;
                                name: string;
                                synthetic: boolean;
                                zone: string;
                            };
                            rights: string[];
                            role: string;
                            user: {
                                email: string;
                                id: string;
                                locale: ("zh-CN" | "en") | null;
                                name: string;
                                role: string;
                            };
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
        /** Change one’s own name or language */
        patch: {
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
                        locale?: "zh-CN" | "en";
                        name?: string;
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
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/access/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Change one’s own password; every other session ends */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        current: string;
                        next: string;
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
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What each role may do */
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
                                rights: string[];
                                role: "owner" | "manager" | "analyst" | "agent" | "clerk" | "integrator";
                            }[];
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
    "/api/access/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where one is signed in */
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
                                address: string | null;
                                agent: string;
                                /** Format: date-time */
                                createdAt: string;
                                /** Format: date-time */
                                expiresAt: string;
                                /** Format: uuid */
                                id: string;
                                isThis: boolean;
                            }[];
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
    "/api/access/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Sign another browser of one’s own out */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
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
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign in; answers a session cookie */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        email: string;
                        password: string;
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
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sign out */
        post: {
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
                            /** @enum {boolean} */
                            done: true;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** People and open invitations */
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
                            invitations: {
                                /** Format: date-time */
                                createdAt: string;
                                email: string;
                                /** Format: date-time */
                                expiresAt: string;
                                /** Format: uuid */
                                id: string;
                                name: string | null;
                                role: "owner" | "manager" | "analyst" | "agent" | "clerk" | "integrator";
                            }[];
                            items: {
                                /** Format: date-time */
                                createdAt: string;
                                disabled: boolean;
                                email: string;
                                /** Format: uuid */
                                id: string;
                                isMe: boolean;
                                name: string;
                                role: "owner" | "manager" | "analyst" | "agent" | "clerk" | "integrator";
                                seenAt: string | null;
                            }[];
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
    "/api/access/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /** Change a role, disable or enable */
        patch: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        disabled?: boolean;
                        role?: "owner" | "manager" | "analyst" | "agent" | "clerk" | "integrator";
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
                            /** Format: date-time */
                            createdAt: string;
                            disabled: boolean;
                            email: string;
                            /** Format: uuid */
                            id: string;
                            isMe: boolean;
                            name: string;
                            role: "owner" | "manager" | "analyst" | "agent" | "clerk" | "integrator";
                            seenAt: string | null;
                        };
                    };
                };
            };
        };
        trace?: never;
    };
    "/api/access/users/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A one-time link to set a new password */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
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
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            url: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/access/users/invite": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Invite somebody: answers a one-time link */
        post: {
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
                        /** Format: email */
                        email: string;
                        name?: string;
                        role: "owner" | "manager" | "analyst" | "agent" | "clerk" | "integrator";
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
                            /** Format: date-time */
                            expiresAt: string;
                            /** Format: uuid */
                            id: string;
                            url: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who did what, the newest first */
        get: {
            parameters: {
                query?: {
                    actor?: string;
                    after?: string;
                    /** @description A whole one (`access.signed_in`), or a capability (`access`) */
                    deed?: string;
                    /** @description The first local day */
                    from?: string;
                    limit?: number;
                    /** @description The last local day */
                    to?: string;
                };
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
                                /** @description The id of a user, or `key:` and the id of a key, or `nobody` */
                                actorId: string;
                                actorName: string;
                                address: string | null;
                                /** Format: date-time */
                                at: string;
                                /** @description The right that was used (`imports.write`), or what happened (`access.signed_in`) */
                                deed: string;
                                detail: {
                                    [key: string]: unknown;
                                };
                                /** Format: uuid */
                                id: string;
                                method: string | null;
                                role: string;
                                route: string | null;
                                summary: string;
                                target: string;
                            }[];
                            next: string | null;
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
    "/api/audit/actors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Everybody who ever did something */
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
                                actorId: string;
                                actorName: string;
                            }[];
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
    "/api/audit/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same entries, all of them, as CSV or XLSX */
        get: {
            parameters: {
                query: {
                    actor?: string;
                    /** @description A whole one (`access.signed_in`), or a capability (`access`) */
                    deed?: string;
                    format: "csv" | "xlsx";
                    /** @description The first local day */
                    from?: string;
                    /** @description The last local day */
                    to?: string;
                };
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
    "/api/behaviour": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How often and when customers buy */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    category?: string;
                    channel?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            channels: string[];
                            customers: number;
                            each: {
                                bands: {
                                    customers: number;
                                    from: number;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    moneyMinor: string;
                                    moneyShare: number;
                                    orders: number;
                                    share: number;
                                    to: number | null;
                                }[];
                                mean: number;
                                /** @description a share with its 95 % interval (Wilson) */
                                once: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                quartiles: number[];
                            };
                            favourite: null | {
                                category: string;
                                customers: number;
                                share: number;
                            };
                            fromDay: string | null;
                            gaps: {
                                /** @description share of visits followed by another within so many days, from day 0 */
                                curve: number[];
                                /** @description gaps between two visits */
                                ended: number;
                                endedQuartiles: (number | null)[];
                                horizonDays: number;
                                /** @description last visits that nobody has come back from yet */
                                open: number;
                                quartiles: (number | null)[];
                                within: {
                                    days: number;
                                    share: number;
                                }[];
                            };
                            hours: null | {
                                hour: number;
                                orders: number;
                                weekday: number;
                            }[];
                            /** @description why nothing is said here, and what is missing; null where it is said */
                            missing: {
                                en: string;
                                zh: string;
                            } | null;
                            /** @description money in ten-thousandths of the currency’s main unit */
                            moneyMinor: string;
                            months: {
                                days: number;
                                index: number;
                                month: number;
                                orders: number;
                            }[];
                            monthsSpanDays: number;
                            orders: number;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            weekdays: {
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                orders: number;
                                share: number;
                                weekday: number;
                            }[];
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
    "/api/behaviour/baskets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is bought together in one order */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    by?: "product" | "category";
                    category?: string;
                    channel?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            by: "product" | "category";
                            medianItems: number;
                            /** @description why nothing is said here, and what is missing; null where it is said */
                            missing: {
                                en: string;
                                zh: string;
                            } | null;
                            orders: number;
                            pairs: {
                                a: {
                                    key: string;
                                    /** @description what the product was called when it was sold last; null where no name is known */
                                    name: string | null;
                                    orders: number;
                                };
                                /** @description of the orders with a, the share that has b too */
                                aThenB: number;
                                b: {
                                    key: string;
                                    /** @description what the product was called when it was sold last; null where no name is known */
                                    name: string | null;
                                    orders: number;
                                };
                                /** @description orders with both */
                                both: number;
                                bThenA: number;
                                customers: number;
                                lift: number;
                                /** @description Dunning 1993 */
                                logLikelihoodRatio: number;
                                /** @description Fisher, exact, two-sided */
                                p: number;
                                /** @description p after Benjamini–Hochberg over all pairs that could have been tested */
                                q: number;
                                support: number;
                            }[];
                            /** @description a share with its 95 % interval (Wilson) */
                            single: {
                                count: number;
                                high: number;
                                low: number;
                                of: number;
                                rate: number;
                            };
                            sizes: {
                                from: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                orders: number;
                                share: number;
                                to: number | null;
                            }[];
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            tested: {
                                /** @description of them in enough orders to be tested */
                                enough: number;
                                falseDiscovery: number;
                                keys: number;
                                leastOrders: number;
                                /** @description pairs of these */
                                possible: number;
                                /** @description found together more often than chance */
                                together: number;
                            };
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
    "/api/behaviour/customer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The habits of one customer */
        get: {
            parameters: {
                query: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    customer: string;
                };
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
                            belowShare: number | null;
                            categories: {
                                key: string;
                                /** @description what the product was called when it was sold last; null where no name is known */
                                name: string | null;
                                orders: number;
                                /** @description of the customer’s money */
                                share: number;
                            }[];
                            /** @description why nothing is said here, and what is missing; null where it is said */
                            missing: {
                                en: string;
                                zh: string;
                            } | null;
                            orders: number;
                            products: {
                                key: string;
                                /** @description what the product was called when it was sold last; null where no name is known */
                                name: string | null;
                                orders: number;
                                /** @description of the customer’s money */
                                share: number;
                            }[];
                            promotionShare: number | null;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            usualGapDays: number | null;
                            usualItems: number | null;
                            usualOrderMinor: string | null;
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
    "/api/behaviour/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customers behind a figure */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    /** @description in two orders or more */
                    again?: boolean;
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    /** @description share of their units bought below the usual price, likewise */
                    below?: number;
                    category?: string;
                    channel?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    /** @description this customer only */
                    customer?: string;
                    /** @description bought in this hour */
                    hour?: number;
                    limit?: number;
                    /** @description bought in this month of the year */
                    month?: number;
                    /** @description bought a line of this category */
                    ofCategory?: string;
                    ordersFrom?: number;
                    ordersTo?: number;
                    /** @description bought this product */
                    product?: string;
                    /** @description share of their money on promotion: 0 none, 1 to 4 by quarters of what is partly so, 5 all */
                    promotion?: number;
                    sort?: "money" | "orders" | "recent" | "customer";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                    /** @description bought on this day of the week; 1 is Monday */
                    weekday?: number;
                    /** @description and one of this category in the same order */
                    withCategory?: string;
                    /** @description and this one in the same order */
                    withProduct?: string;
                };
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
                                belowShare: number | null;
                                customerId: string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                firstDay: string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                lastDay: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                name: string | null;
                                orders: number;
                                promotionShare: number | null;
                                usualGapDays: number | null;
                            }[];
                            next: string | null;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
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
    "/api/behaviour/customers/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same customers, all of them, as CSV or XLSX */
        get: {
            parameters: {
                query: {
                    /** @description in two orders or more */
                    again?: boolean;
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    /** @description share of their units bought below the usual price, likewise */
                    below?: number;
                    category?: string;
                    channel?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    /** @description this customer only */
                    customer?: string;
                    format: "csv" | "xlsx";
                    /** @description bought in this hour */
                    hour?: number;
                    /** @description bought in this month of the year */
                    month?: number;
                    /** @description bought a line of this category */
                    ofCategory?: string;
                    ordersFrom?: number;
                    ordersTo?: number;
                    /** @description bought this product */
                    product?: string;
                    /** @description share of their money on promotion: 0 none, 1 to 4 by quarters of what is partly so, 5 all */
                    promotion?: number;
                    sort?: "money" | "orders" | "recent" | "customer";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                    /** @description bought on this day of the week; 1 is Monday */
                    weekday?: number;
                    /** @description and one of this category in the same order */
                    withCategory?: string;
                    /** @description and this one in the same order */
                    withProduct?: string;
                };
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
    "/api/behaviour/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Behavioural signs of satisfaction, a period against the one before */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    category?: string;
                    channel?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            before: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            };
                            items: {
                                before: null | {
                                    high: number | null;
                                    low: number | null;
                                    /** @description counted over */
                                    n: number;
                                    value: number;
                                };
                                better: "up" | "down";
                                change: null | {
                                    high: number;
                                    low: number;
                                    /** @description the interval does not cover zero */
                                    proven: boolean;
                                    value: number;
                                };
                                id: "repeat" | "decide" | "price" | "retention" | "reputation" | "complaints" | "amount";
                                /** @description why nothing is said here, and what is missing; null where it is said */
                                missing: {
                                    en: string;
                                    zh: string;
                                } | null;
                                now: null | {
                                    high: number | null;
                                    low: number | null;
                                    /** @description counted over */
                                    n: number;
                                    value: number;
                                };
                                unit: "share" | "money" | "days";
                            }[];
                            now: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            };
                            periodDays: number;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            /** @description money in ten-thousandths of the currency’s main unit */
                            totalMinor: string;
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
    "/api/behaviour/preference": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What they spend on, come back for and come in by */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    by?: "product" | "category";
                    category?: string;
                    channel?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            by: "product" | "category";
                            customers: number;
                            entries: {
                                /** @description a share with its 95 % interval (Wilson) */
                                back: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                category: string;
                                customers: number;
                                next: {
                                    category: string | null;
                                    customers: number;
                                    share: number;
                                }[];
                                share: number;
                            }[];
                            favourite: {
                                customers: number;
                                /** @description a share with its 95 % interval (Wilson) */
                                half: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                /** @description a share with its 95 % interval (Wilson) */
                                most: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                quartiles: (number | null)[];
                                /** @description a share with its 95 % interval (Wilson) */
                                single: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                            };
                            items: {
                                customers: number;
                                key: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                moneyShare: number;
                                /** @description what the product was called when it was sold last; null where no name is known */
                                name: string | null;
                                orders: number;
                                quantity: number;
                                /** @description a share with its 95 % interval (Wilson) */
                                repeat: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                /** @description of all that its buyers spent, the part that went to it */
                                walletShare: number;
                            }[];
                            /** @description share of the money on lines that name their product or category */
                            keyedShare: number;
                            keys: number;
                            lines: number;
                            /** @description why nothing is said here, and what is missing; null where it is said */
                            missing: {
                                en: string;
                                zh: string;
                            } | null;
                            /** @description money in ten-thousandths of the currency’s main unit */
                            moneyMinor: string;
                            orders: number;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
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
    "/api/behaviour/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same answer under parameters that nobody has published yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        parameters: {
                            [key: string]: unknown;
                        };
                        scope: {
                            /** @description a local day of the business, YYYY-MM-DD */
                            asOf?: string;
                            category?: string;
                            /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                            cleaning?: "net" | "reference" | "gross";
                            /** Format: uuid */
                            store?: string;
                            /** @description an older version of the definition */
                            version?: number;
                        };
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
                            channels: string[];
                            customers: number;
                            each: {
                                bands: {
                                    customers: number;
                                    from: number;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    moneyMinor: string;
                                    moneyShare: number;
                                    orders: number;
                                    share: number;
                                    to: number | null;
                                }[];
                                mean: number;
                                /** @description a share with its 95 % interval (Wilson) */
                                once: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                quartiles: number[];
                            };
                            favourite: null | {
                                category: string;
                                customers: number;
                                share: number;
                            };
                            fromDay: string | null;
                            gaps: {
                                /** @description share of visits followed by another within so many days, from day 0 */
                                curve: number[];
                                /** @description gaps between two visits */
                                ended: number;
                                endedQuartiles: (number | null)[];
                                horizonDays: number;
                                /** @description last visits that nobody has come back from yet */
                                open: number;
                                quartiles: (number | null)[];
                                within: {
                                    days: number;
                                    share: number;
                                }[];
                            };
                            hours: null | {
                                hour: number;
                                orders: number;
                                weekday: number;
                            }[];
                            /** @description why nothing is said here, and what is missing; null where it is said */
                            missing: {
                                en: string;
                                zh: string;
                            } | null;
                            /** @description money in ten-thousandths of the currency’s main unit */
                            moneyMinor: string;
                            months: {
                                days: number;
                                index: number;
                                month: number;
                                orders: number;
                            }[];
                            monthsSpanDays: number;
                            orders: number;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            weekdays: {
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                orders: number;
                                share: number;
                                weekday: number;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/behaviour/price": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How sales answered to prices, and who buys below the usual one */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    category?: string;
                    channel?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            bargains: {
                                bands: {
                                    band: number;
                                    customers: number;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    moneyMinor: string;
                                    moneyShare: number;
                                    orders: number;
                                    /** @description of them with two orders or more */
                                    repeaters: number;
                                    share: number;
                                }[];
                                /** @description customers with a line whose usual price is known */
                                customers: number;
                                quartiles: (number | null)[];
                                /** @description customers without */
                                unknown: number;
                            };
                            /** @description share of the units bought below the usual price */
                            belowShare: number;
                            estimated: number;
                            /** @description share of the money with a known usual price */
                            knownShare: number;
                            /** @description products looked at */
                            looked: number;
                            /** @description why nothing is said here, and what is missing; null where it is said */
                            missing: {
                                en: string;
                                zh: string;
                            } | null;
                            /** @description why nothing is said here, and what is missing; null where it is said */
                            missingSlope: {
                                en: string;
                                zh: string;
                            } | null;
                            pooled: null | {
                                high: number;
                                low: number;
                                n: number;
                                p: number;
                                products: number;
                                /** @description the interval does not cover zero */
                                proven: boolean;
                                /** @description d ln quantity ÷ d ln price: −1.5 means 1 % dearer, 1.5 % less */
                                slope: number;
                                weeks: number;
                            };
                            products: {
                                high: null | number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                highestMinor: string;
                                low: null | number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                lowestMinor: string;
                                /** @description what the product was called when it was sold last; null where no name is known */
                                name: string | null;
                                /** @description different weekly prices */
                                prices: number;
                                product: string;
                                q: null | number;
                                slope: null | number;
                                weeks: number;
                            }[];
                            /** @description with q at most the false discovery rate */
                            proven: number;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            withWeeks: null | {
                                high: number;
                                low: number;
                                n: number;
                                p: number;
                                products: number;
                                /** @description the interval does not cover zero */
                                proven: boolean;
                                /** @description d ln quantity ÷ d ln price: −1.5 means 1 % dearer, 1.5 % less */
                                slope: number;
                                weeks: number;
                            };
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
    "/api/behaviour/promotion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is bought on promotion, and who buys nothing else */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    category?: string;
                    channel?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            bargains: {
                                bands: {
                                    band: number;
                                    customers: number;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    moneyMinor: string;
                                    moneyShare: number;
                                    orders: number;
                                    /** @description of them with two orders or more */
                                    repeaters: number;
                                    share: number;
                                }[];
                                /** @description customers with a line whose usual price is known */
                                customers: number;
                                quartiles: (number | null)[];
                                /** @description customers without */
                                unknown: number;
                            };
                            knownShare: number;
                            /** @description why nothing is said here, and what is missing; null where it is said */
                            missing: {
                                en: string;
                                zh: string;
                            } | null;
                            /** @description share of the money with a known usual price that was spent on promotion */
                            moneyShare: number;
                            /** @description a share with its 95 % interval (Wilson) */
                            only: {
                                count: number;
                                high: number;
                                low: number;
                                of: number;
                                rate: number;
                            };
                            /** @description a share with its 95 % interval (Wilson) */
                            orders: {
                                count: number;
                                high: number;
                                low: number;
                                of: number;
                                rate: number;
                            };
                            products: {
                                belowShare: number | null;
                                customers: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                /** @description what the product was called when it was sold last; null where no name is known */
                                name: string | null;
                                product: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                promotedMinor: string;
                                promotedShare: number;
                                units: number;
                                usualMinor: string | null;
                            }[];
                            /** @description money in ten-thousandths of the currency’s main unit */
                            promotedMinor: string;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
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
    "/api/behaviour/timing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How long customers take to decide */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    category?: string;
                    channel?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            contact: {
                                /** @description looks, visits and inquiries in the log */
                                contacts: number;
                                /** @description why nothing is said here, and what is missing; null where it is said */
                                missing: {
                                    en: string;
                                    zh: string;
                                } | null;
                                /** @description orders that one went before */
                                orders: number;
                                quartiles: (number | null)[];
                                withinDays: number;
                            };
                            registration: {
                                /** @description on the same day */
                                atOnce: number;
                                /** @description ordered before they were registered: left out */
                                before: number;
                                curve: number[];
                                ended: number;
                                horizonDays: number;
                                /** @description why nothing is said here, and what is missing; null where it is said */
                                missing: {
                                    en: string;
                                    zh: string;
                                } | null;
                                open: number;
                                people: number;
                                /** @description Kaplan–Meier, open ones censored; null beyond the horizon */
                                quartiles: (number | null)[];
                            };
                            second: {
                                /** @description on the same day */
                                atOnce: number;
                                /** @description ordered before they were registered: left out */
                                before: number;
                                curve: number[];
                                ended: number;
                                horizonDays: number;
                                /** @description why nothing is said here, and what is missing; null where it is said */
                                missing: {
                                    en: string;
                                    zh: string;
                                } | null;
                                open: number;
                                people: number;
                                /** @description Kaplan–Meier, open ones censored; null beyond the horizon */
                                quartiles: (number | null)[];
                            };
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
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
    "/api/business/holidays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Public holidays of the country, with the weekend days worked instead */
        get: {
            parameters: {
                query?: {
                    year?: number;
                };
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
                            items: {
                                /** @description ISO 3166-1 alpha-2 */
                                country: string;
                                /** @description a local day, YYYY-MM-DD */
                                day: string;
                                /** @description the name under which it comes again every year, such as spring_festival */
                                festival: string;
                                /** @description off: a public holiday · work: a weekend day worked to make up for one (调休) */
                                kind: "off" | "work";
                                nameEn: string;
                                nameZh: string;
                                /** @description the notice it was ordered by */
                                source: string;
                            }[];
                            /** @description the years that have any */
                            years: number[];
                        };
                    };
                };
            };
        };
        /** Add a public holiday, or change the one of that day */
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
                        /** @description a local day, YYYY-MM-DD */
                        day: string;
                        /** @description the name under which it comes again every year, such as spring_festival */
                        festival: string;
                        /** @description off: a public holiday · work: a weekend day worked to make up for one (调休) */
                        kind: "off" | "work";
                        nameEn: string;
                        nameZh: string;
                        /** @description the notice it was ordered by */
                        source: string;
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
                            /** @description a local day, YYYY-MM-DD */
                            day: string;
                            /** @description the name under which it comes again every year, such as spring_festival */
                            festival: string;
                            /** @description off: a public holiday · work: a weekend day worked to make up for one (调休) */
                            kind: "off" | "work";
                            nameEn: string;
                            nameZh: string;
                            /** @description the notice it was ordered by */
                            source: string;
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
    "/api/business/holidays/{day}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a day out of the table of holidays */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    /** @description a local day, YYYY-MM-DD */
                    day: string;
                };
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
                            /** @description a local day, YYYY-MM-DD */
                            day: string;
                            /** @description the name under which it comes again every year, such as spring_festival */
                            festival: string;
                            /** @description off: a public holiday · work: a weekend day worked to make up for one (调休) */
                            kind: "off" | "work";
                            nameEn: string;
                            nameZh: string;
                            /** @description the notice it was ordered by */
                            source: string;
                        };
                    };
                };
            };
        };
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
    "/api/cohorts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who came in the same period, and who of them came back */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    by?: "week" | "month" | "quarter";
                    category?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            average: {
                                customers: number;
                                offset: number;
                                on: number;
                                onOrAfter: number;
                            }[];
                            by: "week" | "month" | "quarter";
                            cohorts: {
                                customers: number;
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                moneyMinor: string[];
                                /** @description bought in that period */
                                on: number[];
                                /** @description bought in that period or a later one */
                                onOrAfter: number[];
                                /** @description 2010-12, 2010-Q4 or the Monday of the week */
                                period: string;
                            }[];
                            lastPeriodOpen: boolean;
                            periods: string[];
                            sentence: {
                                en: string;
                                zh: string;
                            };
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
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
    "/api/cohorts/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV or XLSX */
        get: {
            parameters: {
                query: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    by?: "week" | "month" | "quarter";
                    category?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    format: "csv" | "xlsx";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
    "/api/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every definition, newest version first */
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
                                /** Format: date-time */
                                createdAt: string;
                                current: boolean;
                                id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                meaning: {
                                    en: string;
                                    zh: string;
                                };
                                note: string;
                                /** @description who answers for it */
                                owner: string;
                                parameters: {
                                    [key: string]: unknown;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                /** @description a local day of the business, YYYY-MM-DD */
                                validFrom: string;
                                version: number;
                            }[];
                            next: null;
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
    "/api/definitions/{id}/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a new version of a definition */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        note?: string;
                        parameters: {
                            [key: string]: unknown;
                        };
                        /** @description a local day of the business, YYYY-MM-DD */
                        validFrom?: string;
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
                            /** Format: date-time */
                            createdAt: string;
                            current: boolean;
                            id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                            meaning: {
                                en: string;
                                zh: string;
                            };
                            note: string;
                            /** @description who answers for it */
                            owner: string;
                            parameters: {
                                [key: string]: unknown;
                            };
                            title: {
                                en: string;
                                zh: string;
                            };
                            /** @description a local day of the business, YYYY-MM-DD */
                            validFrom: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/definitions/models": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The models behind the figures */
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
                                /** @enum {unknown} */
                                name: "recency" | "bg_nbd" | "mbg_nbd" | "pareto_nbd" | "gamma_gamma" | "bg_bb" | "sbg" | "lifetime_value" | "kaplan_meier" | "cox" | "logistic" | "trees" | "association" | "price_response" | "seasonal_naive" | "ets" | "theta" | "stl" | "croston" | "welch" | "shares" | "ratio_metric" | "cuped" | "sample_ratio" | "power" | "always_valid" | "multiple_comparisons" | "uplift" | "qini" | "heterogeneity" | "media_mix" | "budget" | "net_promoter" | "satisfied_share" | "reliability" | "relative_weights" | "pls";
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            next: null;
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
    "/api/definitions/models/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One model: what it says, what it assumes, when it fails, its source, how it is checked */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    name: "recency" | "bg_nbd" | "mbg_nbd" | "pareto_nbd" | "gamma_gamma" | "bg_bb" | "sbg" | "lifetime_value" | "kaplan_meier" | "cox" | "logistic" | "trees" | "association" | "price_response" | "seasonal_naive" | "ets" | "theta" | "stl" | "croston" | "welch" | "shares" | "ratio_metric" | "cuped" | "sample_ratio" | "power" | "always_valid" | "multiple_comparisons" | "uplift" | "qini" | "heterogeneity" | "media_mix" | "budget" | "net_promoter" | "satisfied_share" | "reliability" | "relative_weights" | "pls";
                };
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
                            assumes: {
                                en: string;
                                zh: string;
                            };
                            /** @description the numbers it is held to */
                            checked: {
                                en: string;
                                zh: string;
                            };
                            /** @description when not to trust it */
                            fails: {
                                en: string;
                                zh: string;
                            };
                            /** @enum {unknown} */
                            name: "recency" | "bg_nbd" | "mbg_nbd" | "pareto_nbd" | "gamma_gamma" | "bg_bb" | "sbg" | "lifetime_value" | "kaplan_meier" | "cox" | "logistic" | "trees" | "association" | "price_response" | "seasonal_naive" | "ets" | "theta" | "stl" | "croston" | "welch" | "shares" | "ratio_metric" | "cuped" | "sample_ratio" | "power" | "always_valid" | "multiple_comparisons" | "uplift" | "qini" | "heterogeneity" | "media_mix" | "budget" | "net_promoter" | "satisfied_share" | "reliability" | "relative_weights" | "pls";
                            /** @description what the figure means */
                            says: {
                                en: string;
                                zh: string;
                            };
                            /** @description the publication it follows */
                            source: string;
                            title: {
                                en: string;
                                zh: string;
                            };
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
    "/api/earning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The programme: its versions, which is in force, and what campaigns have left */
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
                            accounts: {
                                /** @description a string of digits */
                                bound: string;
                                budget: string;
                                /** @description a string of digits */
                                used: string;
                            }[];
                            newest: number;
                            now: number | null;
                            versions: {
                                /** Format: date-time */
                                at: string;
                                author: string;
                                note: string;
                                programme: {
                                    budgets: {
                                        /** @description a string of digits */
                                        bound: string;
                                        currency: string;
                                        key: string;
                                        name: string;
                                    }[];
                                    currencies: {
                                        [key: string]: {
                                            most?: {
                                                day?: number;
                                                order?: number;
                                            };
                                            stacking: "additive" | "multiplicative" | "best";
                                        };
                                    };
                                    rules: {
                                        budget?: string;
                                        currency: string;
                                        /** @description an end of its own; otherwise the policy of the currency decides */
                                        expires?: {
                                            days: number;
                                        } | {
                                            /** @description a local day of the business */
                                            on: string;
                                        };
                                        give: {
                                            extra?: boolean;
                                            /** @enum {string} */
                                            kind: "rate";
                                            /** @description so many points per this much money */
                                            perMinor: string;
                                            points: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "times";
                                            permille: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "tier";
                                        } | {
                                            /** @enum {string} */
                                            kind: "unit";
                                            points: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "fixed";
                                            points: number;
                                        } | {
                                            asks?: ({
                                                field: string;
                                                /** @enum {string} */
                                                is: "equals";
                                                value: string | number | boolean;
                                            } | {
                                                field: string;
                                                /** @enum {string} */
                                                is: "not";
                                                value: string | number | boolean;
                                            } | {
                                                field: string;
                                                /** @enum {string} */
                                                is: "at_least";
                                                value: number;
                                            } | {
                                                field: string;
                                                /** @enum {string} */
                                                is: "at_most";
                                                value: number;
                                            } | {
                                                field: string;
                                                /** @enum {string} */
                                                is: "one_of";
                                                value: string[];
                                            })[];
                                            /** @description the kind of the event */
                                            event: string;
                                            /** @enum {string} */
                                            kind: "event";
                                            points: number;
                                        };
                                        key: string;
                                        /** @description the most that it gives per order, per member and day, per member in all */
                                        most?: {
                                            customer?: number;
                                            day?: number;
                                            order?: number;
                                        };
                                        name: string;
                                        rounding: "floor" | "half_even" | "ceil";
                                        when?: {
                                            /** @description the money that the lines of this rule must come to */
                                            atLeastMinor?: string;
                                            birthday?: "day" | "week" | "month";
                                            channels?: string[];
                                            /** @enum {boolean} */
                                            firstOrder?: true;
                                            /** @description a local day of the business */
                                            from?: string;
                                            hours?: {
                                                /** @description a time of day in the zone of the business */
                                                from: string;
                                                /** @description a time of day in the zone of the business */
                                                to: string;
                                            };
                                            sources?: string[];
                                            stores?: string[];
                                            tiers?: string[];
                                            /** @description a local day of the business */
                                            to?: string;
                                            weekdays?: number[];
                                        };
                                        where?: {
                                            categories?: string[];
                                            exceptCategories?: string[];
                                            exceptProducts?: string[];
                                            products?: string[];
                                        };
                                    }[];
                                    sources: string[] | null;
                                };
                                /** Format: date-time */
                                validFrom: string;
                                version: number;
                                withdrawnAt: string | null;
                                withdrawnBy: string | null;
                            }[];
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
    "/api/earning/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a basket would earn now, by line and rule */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at?: string;
                        channel?: string | null;
                        /** Format: uuid */
                        customerId: string;
                        lines: {
                            /** @description a string of digits */
                            amountMinor: string;
                            category?: string | null;
                            product: string;
                            quantity: string;
                        }[];
                        source: string;
                        storeId?: string | null;
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
                            parts: {
                                /** @description a string of digits */
                                amount: string;
                                currency: string;
                                lineNo: number;
                                rule: string;
                            }[];
                            totals: {
                                [key: string]: string;
                            };
                            version: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/earning/versions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Publish a version, now or from an instant on; what is counted keeps its own */
        post: {
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
                        note?: string;
                        programme: {
                            budgets: {
                                /** @description a string of digits */
                                bound: string;
                                currency: string;
                                key: string;
                                name: string;
                            }[];
                            currencies: {
                                [key: string]: {
                                    most?: {
                                        day?: number;
                                        order?: number;
                                    };
                                    stacking: "additive" | "multiplicative" | "best";
                                };
                            };
                            rules: {
                                budget?: string;
                                currency: string;
                                /** @description an end of its own; otherwise the policy of the currency decides */
                                expires?: {
                                    days: number;
                                } | {
                                    /** @description a local day of the business */
                                    on: string;
                                };
                                give: {
                                    extra?: boolean;
                                    /** @enum {string} */
                                    kind: "rate";
                                    /** @description so many points per this much money */
                                    perMinor: string;
                                    points: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "times";
                                    permille: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "tier";
                                } | {
                                    /** @enum {string} */
                                    kind: "unit";
                                    points: number;
                                } | {
                                    /** @enum {string} */
                                    kind: "fixed";
                                    points: number;
                                } | {
                                    asks?: ({
                                        field: string;
                                        /** @enum {string} */
                                        is: "equals";
                                        value: string | number | boolean;
                                    } | {
                                        field: string;
                                        /** @enum {string} */
                                        is: "not";
                                        value: string | number | boolean;
                                    } | {
                                        field: string;
                                        /** @enum {string} */
                                        is: "at_least";
                                        value: number;
                                    } | {
                                        field: string;
                                        /** @enum {string} */
                                        is: "at_most";
                                        value: number;
                                    } | {
                                        field: string;
                                        /** @enum {string} */
                                        is: "one_of";
                                        value: string[];
                                    })[];
                                    /** @description the kind of the event */
                                    event: string;
                                    /** @enum {string} */
                                    kind: "event";
                                    points: number;
                                };
                                key: string;
                                /** @description the most that it gives per order, per member and day, per member in all */
                                most?: {
                                    customer?: number;
                                    day?: number;
                                    order?: number;
                                };
                                name: string;
                                rounding: "floor" | "half_even" | "ceil";
                                when?: {
                                    /** @description the money that the lines of this rule must come to */
                                    atLeastMinor?: string;
                                    birthday?: "day" | "week" | "month";
                                    channels?: string[];
                                    /** @enum {boolean} */
                                    firstOrder?: true;
                                    /** @description a local day of the business */
                                    from?: string;
                                    hours?: {
                                        /** @description a time of day in the zone of the business */
                                        from: string;
                                        /** @description a time of day in the zone of the business */
                                        to: string;
                                    };
                                    sources?: string[];
                                    stores?: string[];
                                    tiers?: string[];
                                    /** @description a local day of the business */
                                    to?: string;
                                    weekdays?: number[];
                                };
                                where?: {
                                    categories?: string[];
                                    exceptCategories?: string[];
                                    exceptProducts?: string[];
                                    products?: string[];
                                };
                            }[];
                            sources: string[] | null;
                        };
                        /**
                         * Format: date-time
                         * @description when it comes into force; now, where it is left out
                         */
                        validFrom?: string;
                        /** @description the newest version that was read; 0 where there is none */
                        version: number;
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
                            /** Format: date-time */
                            at: string;
                            author: string;
                            note: string;
                            programme: {
                                budgets: {
                                    /** @description a string of digits */
                                    bound: string;
                                    currency: string;
                                    key: string;
                                    name: string;
                                }[];
                                currencies: {
                                    [key: string]: {
                                        most?: {
                                            day?: number;
                                            order?: number;
                                        };
                                        stacking: "additive" | "multiplicative" | "best";
                                    };
                                };
                                rules: {
                                    budget?: string;
                                    currency: string;
                                    /** @description an end of its own; otherwise the policy of the currency decides */
                                    expires?: {
                                        days: number;
                                    } | {
                                        /** @description a local day of the business */
                                        on: string;
                                    };
                                    give: {
                                        extra?: boolean;
                                        /** @enum {string} */
                                        kind: "rate";
                                        /** @description so many points per this much money */
                                        perMinor: string;
                                        points: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "times";
                                        permille: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "tier";
                                    } | {
                                        /** @enum {string} */
                                        kind: "unit";
                                        points: number;
                                    } | {
                                        /** @enum {string} */
                                        kind: "fixed";
                                        points: number;
                                    } | {
                                        asks?: ({
                                            field: string;
                                            /** @enum {string} */
                                            is: "equals";
                                            value: string | number | boolean;
                                        } | {
                                            field: string;
                                            /** @enum {string} */
                                            is: "not";
                                            value: string | number | boolean;
                                        } | {
                                            field: string;
                                            /** @enum {string} */
                                            is: "at_least";
                                            value: number;
                                        } | {
                                            field: string;
                                            /** @enum {string} */
                                            is: "at_most";
                                            value: number;
                                        } | {
                                            field: string;
                                            /** @enum {string} */
                                            is: "one_of";
                                            value: string[];
                                        })[];
                                        /** @description the kind of the event */
                                        event: string;
                                        /** @enum {string} */
                                        kind: "event";
                                        points: number;
                                    };
                                    key: string;
                                    /** @description the most that it gives per order, per member and day, per member in all */
                                    most?: {
                                        customer?: number;
                                        day?: number;
                                        order?: number;
                                    };
                                    name: string;
                                    rounding: "floor" | "half_even" | "ceil";
                                    when?: {
                                        /** @description the money that the lines of this rule must come to */
                                        atLeastMinor?: string;
                                        birthday?: "day" | "week" | "month";
                                        channels?: string[];
                                        /** @enum {boolean} */
                                        firstOrder?: true;
                                        /** @description a local day of the business */
                                        from?: string;
                                        hours?: {
                                            /** @description a time of day in the zone of the business */
                                            from: string;
                                            /** @description a time of day in the zone of the business */
                                            to: string;
                                        };
                                        sources?: string[];
                                        stores?: string[];
                                        tiers?: string[];
                                        /** @description a local day of the business */
                                        to?: string;
                                        weekdays?: number[];
                                    };
                                    where?: {
                                        categories?: string[];
                                        exceptCategories?: string[];
                                        exceptProducts?: string[];
                                        products?: string[];
                                    };
                                }[];
                                sources: string[] | null;
                            };
                            /** Format: date-time */
                            validFrom: string;
                            version: number;
                            withdrawnAt: string | null;
                            withdrawnBy: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/earning/versions/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Withdraw a version before it is in force */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    version: number;
                };
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
                            accounts: {
                                /** @description a string of digits */
                                bound: string;
                                budget: string;
                                /** @description a string of digits */
                                used: string;
                            }[];
                            newest: number;
                            now: number | null;
                            versions: {
                                /** Format: date-time */
                                at: string;
                                author: string;
                                note: string;
                                programme: {
                                    budgets: {
                                        /** @description a string of digits */
                                        bound: string;
                                        currency: string;
                                        key: string;
                                        name: string;
                                    }[];
                                    currencies: {
                                        [key: string]: {
                                            most?: {
                                                day?: number;
                                                order?: number;
                                            };
                                            stacking: "additive" | "multiplicative" | "best";
                                        };
                                    };
                                    rules: {
                                        budget?: string;
                                        currency: string;
                                        /** @description an end of its own; otherwise the policy of the currency decides */
                                        expires?: {
                                            days: number;
                                        } | {
                                            /** @description a local day of the business */
                                            on: string;
                                        };
                                        give: {
                                            extra?: boolean;
                                            /** @enum {string} */
                                            kind: "rate";
                                            /** @description so many points per this much money */
                                            perMinor: string;
                                            points: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "times";
                                            permille: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "tier";
                                        } | {
                                            /** @enum {string} */
                                            kind: "unit";
                                            points: number;
                                        } | {
                                            /** @enum {string} */
                                            kind: "fixed";
                                            points: number;
                                        } | {
                                            asks?: ({
                                                field: string;
                                                /** @enum {string} */
                                                is: "equals";
                                                value: string | number | boolean;
                                            } | {
                                                field: string;
                                                /** @enum {string} */
                                                is: "not";
                                                value: string | number | boolean;
                                            } | {
                                                field: string;
                                                /** @enum {string} */
                                                is: "at_least";
                                                value: number;
                                            } | {
                                                field: string;
                                                /** @enum {string} */
                                                is: "at_most";
                                                value: number;
                                            } | {
                                                field: string;
                                                /** @enum {string} */
                                                is: "one_of";
                                                value: string[];
                                            })[];
                                            /** @description the kind of the event */
                                            event: string;
                                            /** @enum {string} */
                                            kind: "event";
                                            points: number;
                                        };
                                        key: string;
                                        /** @description the most that it gives per order, per member and day, per member in all */
                                        most?: {
                                            customer?: number;
                                            day?: number;
                                            order?: number;
                                        };
                                        name: string;
                                        rounding: "floor" | "half_even" | "ceil";
                                        when?: {
                                            /** @description the money that the lines of this rule must come to */
                                            atLeastMinor?: string;
                                            birthday?: "day" | "week" | "month";
                                            channels?: string[];
                                            /** @enum {boolean} */
                                            firstOrder?: true;
                                            /** @description a local day of the business */
                                            from?: string;
                                            hours?: {
                                                /** @description a time of day in the zone of the business */
                                                from: string;
                                                /** @description a time of day in the zone of the business */
                                                to: string;
                                            };
                                            sources?: string[];
                                            stores?: string[];
                                            tiers?: string[];
                                            /** @description a local day of the business */
                                            to?: string;
                                            weekdays?: number[];
                                        };
                                        where?: {
                                            categories?: string[];
                                            exceptCategories?: string[];
                                            exceptProducts?: string[];
                                            products?: string[];
                                        };
                                    }[];
                                    sources: string[] | null;
                                };
                                /** Format: date-time */
                                validFrom: string;
                                version: number;
                                withdrawnAt: string | null;
                                withdrawnBy: string | null;
                            }[];
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One timeline of a customer: orders and events, newest first */
        get: {
            parameters: {
                query: {
                    after?: string;
                    customer: string;
                    group?: "purchases" | "points" | "record";
                    limit?: number;
                };
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
                                actor: string;
                                /** Format: date-time */
                                at: string;
                                group: "purchases" | "points" | "record";
                                id: string;
                                kind: string;
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                                source: string;
                                values: {
                                    [key: string]: unknown;
                                };
                            }[];
                            next: string | null;
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
    "/api/forecast": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How much will be sold next, with intervals and the errors of every method */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    cut?: "whole" | "store" | "category";
                    /** @description week: seven days, counted back from the last day of the history · month: calendar months that are over */
                    grain?: "day" | "week" | "month";
                    /** @description how many steps ahead */
                    horizon?: number;
                    /** @description one store (its id) or category (its name); ~none for what belongs to none, ~rest for the smallest together */
                    part?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            bands: {
                                /** @description no notice has said so yet */
                                expected: boolean;
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                kind: "off" | "work" | "festival" | "before" | "stock_out" | "promotion";
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            }[];
                            cut: "whole" | "store" | "category";
                            effects: {
                                high: number | null;
                                /** @description carried forward; otherwise seen too seldom, or not told apart from nothing */
                                isUsed: boolean;
                                key: string;
                                low: number | null;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                occurrences: number;
                                ratio: number | null;
                                reason: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            expected: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                highMinor: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                lowMinor: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            }[];
                            fitting: {
                                done: number;
                                jobId: string;
                                total: number | null;
                            } | null;
                            /** @description what is missing; empty where there is enough */
                            gate: {
                                en: string;
                                zh: string;
                            }[];
                            /** @description week: seven days, counted back from the last day of the history · month: calendar months that are over */
                            grain: "day" | "week" | "month";
                            headline: null | {
                                last: {
                                    /** @description a local day of the business, YYYY-MM-DD */
                                    from: string;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    moneyMinor: string;
                                    /** @description a local day of the business, YYYY-MM-DD */
                                    to: string;
                                };
                                next: {
                                    /** @description a local day of the business, YYYY-MM-DD */
                                    from: string;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    highMinor: string;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    lowMinor: string;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    moneyMinor: string;
                                    /** @description a local day of the business, YYYY-MM-DD */
                                    to: string;
                                };
                                steps: number;
                                yearBefore: {
                                    /** @description a local day of the business, YYYY-MM-DD */
                                    from: string;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    moneyMinor: string;
                                    /** @description a local day of the business, YYYY-MM-DD */
                                    to: string;
                                } | null;
                            };
                            history: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            }[];
                            horizon: number;
                            horizons: number[];
                            marks: {
                                by: string;
                                cut: "whole" | "store" | "category";
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description stock_out: nothing to sell, left out of the fit · promotion: an effect to be estimated */
                                kind: "stock_out" | "promotion";
                                /** Format: uuid */
                                markId: string;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                note: string;
                                part: null | string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            }[];
                            part: string | null;
                            partNames: {
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                part: string;
                            }[];
                            /** @description of the chosen cut, over the chosen horizon; they add up to the whole exactly */
                            parts: {
                                /** @description money in ten-thousandths of the currency’s main unit */
                                highMinor: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                lastMinor: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                lowMinor: string;
                                method: {
                                    en: string;
                                    zh: string;
                                };
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                /** @description money in ten-thousandths of the currency’s main unit */
                                nextMinor: string;
                                part: string;
                                wape: number | null;
                            }[];
                            run: {
                                converged: boolean;
                                /** Format: date-time */
                                createdAt: string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description data, marks or holidays have changed since; a new one is being made */
                                isStale: boolean;
                                level: number;
                                method: {
                                    en: string;
                                    zh: string;
                                };
                                /** @description buckets of history */
                                n: number;
                                origins: number;
                                period: number;
                                reconciliation: "mint" | "whole-first" | "none";
                                scored: number;
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                                version: number;
                            } | null;
                            scores: {
                                coverage: number | null;
                                isBenchmark: boolean;
                                /** @description it could answer from every origin */
                                isComplete: boolean;
                                isShipped: boolean;
                                /** @description on the last window alone */
                                latest: {
                                    mase: number | null;
                                    /** @description points compared */
                                    n: number;
                                    smape: number | null;
                                    wape: number | null;
                                };
                                mase: number | null;
                                method: string;
                                /** @description points compared */
                                n: number;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                pinball: number | null;
                                smape: number | null;
                                wape: number | null;
                            }[];
                            sentence: {
                                en: string;
                                zh: string;
                            };
                            shipped: null | {
                                coverage: number | null;
                                latest: {
                                    mase: number | null;
                                    /** @description points compared */
                                    n: number;
                                    smape: number | null;
                                    wape: number | null;
                                };
                                mase: number | null;
                                /** @description points compared */
                                n: number;
                                pinball: number | null;
                                smape: number | null;
                                wape: number | null;
                            };
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            state: "empty" | "gated" | "fitting" | "failed" | "ready";
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
    "/api/forecast/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same as CSV or XLSX */
        get: {
            parameters: {
                query: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    cut?: "whole" | "store" | "category";
                    format: "csv" | "xlsx";
                    /** @description week: seven days, counted back from the last day of the history · month: calendar months that are over */
                    grain?: "day" | "week" | "month";
                    /** @description how many steps ahead */
                    horizon?: number;
                    /** @description one store (its id) or category (its name); ~none for what belongs to none, ~rest for the smallest together */
                    part?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
    "/api/forecast/marks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Days marked as sold out or as a promotion */
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
                                by: string;
                                cut: "whole" | "store" | "category";
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description stock_out: nothing to sell, left out of the fit · promotion: an effect to be estimated */
                                kind: "stock_out" | "promotion";
                                /** Format: uuid */
                                markId: string;
                                note: string;
                                part: null | string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            }[];
                            next: null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Mark days: nothing to sell, or a promotion */
        post: {
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
                        cut: "whole" | "store" | "category";
                        /** @description a local day of the business, YYYY-MM-DD */
                        from: string;
                        /** @description stock_out: nothing to sell, left out of the fit · promotion: an effect to be estimated */
                        kind: "stock_out" | "promotion";
                        note?: string;
                        part: null | string;
                        /** @description a local day of the business, YYYY-MM-DD */
                        to: string;
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
                            by: string;
                            cut: "whole" | "store" | "category";
                            /** @description a local day of the business, YYYY-MM-DD */
                            from: string;
                            /** @description stock_out: nothing to sell, left out of the fit · promotion: an effect to be estimated */
                            kind: "stock_out" | "promotion";
                            /** Format: uuid */
                            markId: string;
                            note: string;
                            part: null | string;
                            /** @description a local day of the business, YYYY-MM-DD */
                            to: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/forecast/marks/{markId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take a mark away */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    markId: string;
                };
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
                            by: string;
                            cut: "whole" | "store" | "category";
                            /** @description a local day of the business, YYYY-MM-DD */
                            from: string;
                            /** @description stock_out: nothing to sell, left out of the fit · promotion: an effect to be estimated */
                            kind: "stock_out" | "promotion";
                            /** Format: uuid */
                            markId: string;
                            note: string;
                            part: null | string;
                            /** @description a local day of the business, YYYY-MM-DD */
                            to: string;
                        };
                    };
                };
            };
        };
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
    "/api/identity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Whose key this is: written as it is kept, and the customer who holds it */
        get: {
            parameters: {
                query: {
                    kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                    value: string;
                };
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
                            customerId: string | null;
                            kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                            value: string;
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
    "/api/identity/resolve": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same for up to 1,000 keys */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        keys: {
                            kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                            value: string;
                        }[];
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
                            items: {
                                customerId: string | null;
                                kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                                value: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/identity/setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** For how many days a merge of two customers can be undone */
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
                            /** @description for how many days a merge can be undone */
                            undoDays: number;
                            version: number;
                        };
                    };
                };
            };
        };
        /** Set for how many days merges from now on can be undone */
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
                        /** @description for how many days a merge can be undone */
                        undoDays: number;
                        version: number;
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
                            /** @description for how many days a merge can be undone */
                            undoDays: number;
                            version: number;
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
    "/api/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Past imports, the newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                };
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
                                bytes: number;
                                /** Format: date-time */
                                createdAt: string;
                                endedAt: string | null;
                                fileName: string;
                                /** Format: uuid */
                                id: string;
                                problem: {
                                    code: string;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                } | null;
                                result: {
                                    /** @description Orders that are known with another content; rejected */
                                    conflicts: number;
                                    /** @description New customers */
                                    customers: number;
                                    /** @description Orders that were there already with the same content */
                                    known: number;
                                    lines: number;
                                    notes: {
                                        code: string;
                                        count: number;
                                        sentence: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    orders: number;
                                    /** @description Rows */
                                    rejected: number;
                                    rejectedBy: {
                                        code: string;
                                        count: number;
                                        sentence: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    rows: number;
                                } | null;
                                rows: number | null;
                                runId: string | null;
                                state: "uploaded" | "checking" | "checked" | "waiting" | "running" | "done" | "failed" | "cancelled";
                                trial: {
                                    /** @description Orders that are known with another content; rejected */
                                    conflicts: number;
                                    /** @description New customers */
                                    customers: number;
                                    /** @description Orders that were there already with the same content */
                                    known: number;
                                    lines: number;
                                    notes: {
                                        code: string;
                                        count: number;
                                        sentence: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    orders: number;
                                    /** @description Rows */
                                    rejected: number;
                                    rejectedBy: {
                                        code: string;
                                        count: number;
                                        sentence: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    rows: number;
                                } | null;
                                /** @description What is in the record by now */
                                written: {
                                    customers: number;
                                    lines: number;
                                    orders: number;
                                };
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Upload an order file (multipart/form-data, one part `file`) and see what was understood */
        post: {
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
                            bytes: number;
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                            fileName: string;
                            gaps: ("time" | "amount")[];
                            /** Format: uuid */
                            id: string;
                            layout: {
                                delimiter: string;
                                encoding: string;
                                headerLine: number;
                                headers: string[];
                                kind: "csv" | "xlsx";
                            };
                            mapping: {
                                cancels: string | null;
                                columns: {
                                    amount?: number;
                                    card?: number;
                                    category?: number;
                                    channel?: number;
                                    clock?: number;
                                    cost?: number;
                                    country?: number;
                                    currency?: number;
                                    customer?: number;
                                    discount?: number;
                                    email?: number;
                                    kind?: number;
                                    marketplace?: number;
                                    name?: number;
                                    number?: number;
                                    openid?: number;
                                    phone?: number;
                                    product?: number;
                                    productName?: number;
                                    quantity?: number;
                                    refunded?: number;
                                    region?: number;
                                    status?: number;
                                    store?: number;
                                    time?: number;
                                    total?: number;
                                    undoes?: number;
                                    unionid?: number;
                                    unitCost?: number;
                                    unitPrice?: number;
                                };
                                dateOrder: ("dmy" | "mdy") | null;
                                decimal: ("." | ",") | null;
                                preset: string | null;
                                /** @description Whose numbers these are: one number of one source is one order */
                                source: string;
                            };
                            preview: {
                                cells: string[];
                                fault: {
                                    code: string;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    values: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                line: number;
                                understood: {
                                    amountMinor: string | null;
                                    /** Format: date-time */
                                    at: string;
                                    category: string | null;
                                    channel: string | null;
                                    currency: string;
                                    customer: {
                                        kind: string;
                                        value: string;
                                    }[];
                                    day: string;
                                    name: string | null;
                                    number: string | null;
                                    phase: string;
                                    product: string | null;
                                    quantity: string;
                                    store: string | null;
                                    totalMinor: string | null;
                                } | null;
                            }[];
                            problem: {
                                code: string;
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            result: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            rows: number | null;
                            runId: string | null;
                            state: "uploaded" | "checking" | "checked" | "waiting" | "running" | "done" | "failed" | "cancelled";
                            trial: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            /** @description What is in the record by now */
                            written: {
                                customers: number;
                                lines: number;
                                orders: number;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One import, its mapping, and its first rows as they are understood */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
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
                            bytes: number;
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                            fileName: string;
                            gaps: ("time" | "amount")[];
                            /** Format: uuid */
                            id: string;
                            layout: {
                                delimiter: string;
                                encoding: string;
                                headerLine: number;
                                headers: string[];
                                kind: "csv" | "xlsx";
                            };
                            mapping: {
                                cancels: string | null;
                                columns: {
                                    amount?: number;
                                    card?: number;
                                    category?: number;
                                    channel?: number;
                                    clock?: number;
                                    cost?: number;
                                    country?: number;
                                    currency?: number;
                                    customer?: number;
                                    discount?: number;
                                    email?: number;
                                    kind?: number;
                                    marketplace?: number;
                                    name?: number;
                                    number?: number;
                                    openid?: number;
                                    phone?: number;
                                    product?: number;
                                    productName?: number;
                                    quantity?: number;
                                    refunded?: number;
                                    region?: number;
                                    status?: number;
                                    store?: number;
                                    time?: number;
                                    total?: number;
                                    undoes?: number;
                                    unionid?: number;
                                    unitCost?: number;
                                    unitPrice?: number;
                                };
                                dateOrder: ("dmy" | "mdy") | null;
                                decimal: ("." | ",") | null;
                                preset: string | null;
                                /** @description Whose numbers these are: one number of one source is one order */
                                source: string;
                            };
                            preview: {
                                cells: string[];
                                fault: {
                                    code: string;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    values: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                line: number;
                                understood: {
                                    amountMinor: string | null;
                                    /** Format: date-time */
                                    at: string;
                                    category: string | null;
                                    channel: string | null;
                                    currency: string;
                                    customer: {
                                        kind: string;
                                        value: string;
                                    }[];
                                    day: string;
                                    name: string | null;
                                    number: string | null;
                                    phase: string;
                                    product: string | null;
                                    quantity: string;
                                    store: string | null;
                                    totalMinor: string | null;
                                } | null;
                            }[];
                            problem: {
                                code: string;
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            result: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            rows: number | null;
                            runId: string | null;
                            state: "uploaded" | "checking" | "checked" | "waiting" | "running" | "done" | "failed" | "cancelled";
                            trial: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            /** @description What is in the record by now */
                            written: {
                                customers: number;
                                lines: number;
                                orders: number;
                            };
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
    "/api/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Stop; whole batches that are written stay */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
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
                            bytes: number;
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                            fileName: string;
                            gaps: ("time" | "amount")[];
                            /** Format: uuid */
                            id: string;
                            layout: {
                                delimiter: string;
                                encoding: string;
                                headerLine: number;
                                headers: string[];
                                kind: "csv" | "xlsx";
                            };
                            mapping: {
                                cancels: string | null;
                                columns: {
                                    amount?: number;
                                    card?: number;
                                    category?: number;
                                    channel?: number;
                                    clock?: number;
                                    cost?: number;
                                    country?: number;
                                    currency?: number;
                                    customer?: number;
                                    discount?: number;
                                    email?: number;
                                    kind?: number;
                                    marketplace?: number;
                                    name?: number;
                                    number?: number;
                                    openid?: number;
                                    phone?: number;
                                    product?: number;
                                    productName?: number;
                                    quantity?: number;
                                    refunded?: number;
                                    region?: number;
                                    status?: number;
                                    store?: number;
                                    time?: number;
                                    total?: number;
                                    undoes?: number;
                                    unionid?: number;
                                    unitCost?: number;
                                    unitPrice?: number;
                                };
                                dateOrder: ("dmy" | "mdy") | null;
                                decimal: ("." | ",") | null;
                                preset: string | null;
                                /** @description Whose numbers these are: one number of one source is one order */
                                source: string;
                            };
                            preview: {
                                cells: string[];
                                fault: {
                                    code: string;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    values: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                line: number;
                                understood: {
                                    amountMinor: string | null;
                                    /** Format: date-time */
                                    at: string;
                                    category: string | null;
                                    channel: string | null;
                                    currency: string;
                                    customer: {
                                        kind: string;
                                        value: string;
                                    }[];
                                    day: string;
                                    name: string | null;
                                    number: string | null;
                                    phase: string;
                                    product: string | null;
                                    quantity: string;
                                    store: string | null;
                                    totalMinor: string | null;
                                } | null;
                            }[];
                            problem: {
                                code: string;
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            result: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            rows: number | null;
                            runId: string | null;
                            state: "uploaded" | "checking" | "checked" | "waiting" | "running" | "done" | "failed" | "cancelled";
                            trial: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            /** @description What is in the record by now */
                            written: {
                                customers: number;
                                lines: number;
                                orders: number;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/mapping": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Correct which column means what */
        put: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        mapping: {
                            cancels: string | null;
                            columns: {
                                amount?: number;
                                card?: number;
                                category?: number;
                                channel?: number;
                                clock?: number;
                                cost?: number;
                                country?: number;
                                currency?: number;
                                customer?: number;
                                discount?: number;
                                email?: number;
                                kind?: number;
                                marketplace?: number;
                                name?: number;
                                number?: number;
                                openid?: number;
                                phone?: number;
                                product?: number;
                                productName?: number;
                                quantity?: number;
                                refunded?: number;
                                region?: number;
                                status?: number;
                                store?: number;
                                time?: number;
                                total?: number;
                                undoes?: number;
                                unionid?: number;
                                unitCost?: number;
                                unitPrice?: number;
                            };
                            dateOrder: ("dmy" | "mdy") | null;
                            decimal: ("." | ",") | null;
                            preset: string | null;
                            /** @description Whose numbers these are: one number of one source is one order */
                            source: string;
                        };
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
                            bytes: number;
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                            fileName: string;
                            gaps: ("time" | "amount")[];
                            /** Format: uuid */
                            id: string;
                            layout: {
                                delimiter: string;
                                encoding: string;
                                headerLine: number;
                                headers: string[];
                                kind: "csv" | "xlsx";
                            };
                            mapping: {
                                cancels: string | null;
                                columns: {
                                    amount?: number;
                                    card?: number;
                                    category?: number;
                                    channel?: number;
                                    clock?: number;
                                    cost?: number;
                                    country?: number;
                                    currency?: number;
                                    customer?: number;
                                    discount?: number;
                                    email?: number;
                                    kind?: number;
                                    marketplace?: number;
                                    name?: number;
                                    number?: number;
                                    openid?: number;
                                    phone?: number;
                                    product?: number;
                                    productName?: number;
                                    quantity?: number;
                                    refunded?: number;
                                    region?: number;
                                    status?: number;
                                    store?: number;
                                    time?: number;
                                    total?: number;
                                    undoes?: number;
                                    unionid?: number;
                                    unitCost?: number;
                                    unitPrice?: number;
                                };
                                dateOrder: ("dmy" | "mdy") | null;
                                decimal: ("." | ",") | null;
                                preset: string | null;
                                /** @description Whose numbers these are: one number of one source is one order */
                                source: string;
                            };
                            preview: {
                                cells: string[];
                                fault: {
                                    code: string;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    values: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                line: number;
                                understood: {
                                    amountMinor: string | null;
                                    /** Format: date-time */
                                    at: string;
                                    category: string | null;
                                    channel: string | null;
                                    currency: string;
                                    customer: {
                                        kind: string;
                                        value: string;
                                    }[];
                                    day: string;
                                    name: string | null;
                                    number: string | null;
                                    phase: string;
                                    product: string | null;
                                    quantity: string;
                                    store: string | null;
                                    totalMinor: string | null;
                                } | null;
                            }[];
                            problem: {
                                code: string;
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            result: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            rows: number | null;
                            runId: string | null;
                            state: "uploaded" | "checking" | "checked" | "waiting" | "running" | "done" | "failed" | "cancelled";
                            trial: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            /** @description What is in the record by now */
                            written: {
                                customers: number;
                                lines: number;
                                orders: number;
                            };
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
    "/api/imports/{id}/rejects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every rejected row as CSV: line, reason, and the cells as they stood */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
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
    "/api/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Write the orders; after a cancelled or failed start, go on where it stopped */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
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
                            bytes: number;
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                            fileName: string;
                            gaps: ("time" | "amount")[];
                            /** Format: uuid */
                            id: string;
                            layout: {
                                delimiter: string;
                                encoding: string;
                                headerLine: number;
                                headers: string[];
                                kind: "csv" | "xlsx";
                            };
                            mapping: {
                                cancels: string | null;
                                columns: {
                                    amount?: number;
                                    card?: number;
                                    category?: number;
                                    channel?: number;
                                    clock?: number;
                                    cost?: number;
                                    country?: number;
                                    currency?: number;
                                    customer?: number;
                                    discount?: number;
                                    email?: number;
                                    kind?: number;
                                    marketplace?: number;
                                    name?: number;
                                    number?: number;
                                    openid?: number;
                                    phone?: number;
                                    product?: number;
                                    productName?: number;
                                    quantity?: number;
                                    refunded?: number;
                                    region?: number;
                                    status?: number;
                                    store?: number;
                                    time?: number;
                                    total?: number;
                                    undoes?: number;
                                    unionid?: number;
                                    unitCost?: number;
                                    unitPrice?: number;
                                };
                                dateOrder: ("dmy" | "mdy") | null;
                                decimal: ("." | ",") | null;
                                preset: string | null;
                                /** @description Whose numbers these are: one number of one source is one order */
                                source: string;
                            };
                            preview: {
                                cells: string[];
                                fault: {
                                    code: string;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    values: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                line: number;
                                understood: {
                                    amountMinor: string | null;
                                    /** Format: date-time */
                                    at: string;
                                    category: string | null;
                                    channel: string | null;
                                    currency: string;
                                    customer: {
                                        kind: string;
                                        value: string;
                                    }[];
                                    day: string;
                                    name: string | null;
                                    number: string | null;
                                    phase: string;
                                    product: string | null;
                                    quantity: string;
                                    store: string | null;
                                    totalMinor: string | null;
                                } | null;
                            }[];
                            problem: {
                                code: string;
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            result: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            rows: number | null;
                            runId: string | null;
                            state: "uploaded" | "checking" | "checked" | "waiting" | "running" | "done" | "failed" | "cancelled";
                            trial: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            /** @description What is in the record by now */
                            written: {
                                customers: number;
                                lines: number;
                                orders: number;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/imports/{id}/trial": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Dry run: what the import would do */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
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
                            bytes: number;
                            /** Format: date-time */
                            createdAt: string;
                            endedAt: string | null;
                            fileName: string;
                            gaps: ("time" | "amount")[];
                            /** Format: uuid */
                            id: string;
                            layout: {
                                delimiter: string;
                                encoding: string;
                                headerLine: number;
                                headers: string[];
                                kind: "csv" | "xlsx";
                            };
                            mapping: {
                                cancels: string | null;
                                columns: {
                                    amount?: number;
                                    card?: number;
                                    category?: number;
                                    channel?: number;
                                    clock?: number;
                                    cost?: number;
                                    country?: number;
                                    currency?: number;
                                    customer?: number;
                                    discount?: number;
                                    email?: number;
                                    kind?: number;
                                    marketplace?: number;
                                    name?: number;
                                    number?: number;
                                    openid?: number;
                                    phone?: number;
                                    product?: number;
                                    productName?: number;
                                    quantity?: number;
                                    refunded?: number;
                                    region?: number;
                                    status?: number;
                                    store?: number;
                                    time?: number;
                                    total?: number;
                                    undoes?: number;
                                    unionid?: number;
                                    unitCost?: number;
                                    unitPrice?: number;
                                };
                                dateOrder: ("dmy" | "mdy") | null;
                                decimal: ("." | ",") | null;
                                preset: string | null;
                                /** @description Whose numbers these are: one number of one source is one order */
                                source: string;
                            };
                            preview: {
                                cells: string[];
                                fault: {
                                    code: string;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    values: {
                                        [key: string]: string | number;
                                    };
                                } | null;
                                line: number;
                                understood: {
                                    amountMinor: string | null;
                                    /** Format: date-time */
                                    at: string;
                                    category: string | null;
                                    channel: string | null;
                                    currency: string;
                                    customer: {
                                        kind: string;
                                        value: string;
                                    }[];
                                    day: string;
                                    name: string | null;
                                    number: string | null;
                                    phase: string;
                                    product: string | null;
                                    quantity: string;
                                    store: string | null;
                                    totalMinor: string | null;
                                } | null;
                            }[];
                            problem: {
                                code: string;
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            result: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            rows: number | null;
                            runId: string | null;
                            state: "uploaded" | "checking" | "checked" | "waiting" | "running" | "done" | "failed" | "cancelled";
                            trial: {
                                /** @description Orders that are known with another content; rejected */
                                conflicts: number;
                                /** @description New customers */
                                customers: number;
                                /** @description Orders that were there already with the same content */
                                known: number;
                                lines: number;
                                notes: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                orders: number;
                                /** @description Rows */
                                rejected: number;
                                rejectedBy: {
                                    code: string;
                                    count: number;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                rows: number;
                            } | null;
                            /** @description What is in the record by now */
                            written: {
                                customers: number;
                                lines: number;
                                orders: number;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Work in the background, the newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    limit?: number;
                    name?: string;
                    state?: "queued" | "running" | "done" | "failed" | "cancelled";
                };
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
                                /** @description 1 the first time */
                                attempt: number;
                                /** @description Somebody asked it to stop; it has not yet */
                                cancelling: boolean;
                                /** Format: date-time */
                                createdAt: string;
                                done: number;
                                endedAt: string | null;
                                /** Format: uuid */
                                id: string;
                                name: string;
                                problem: {
                                    code: string;
                                    error: string | null;
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                } | null;
                                secondsLeft: number | null;
                                sentence: {
                                    en: string;
                                    zh: string;
                                } | null;
                                /** Format: date-time */
                                startAfter: string;
                                startedAt: string | null;
                                state: "queued" | "running" | "done" | "failed" | "cancelled";
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                total: number | null;
                            }[];
                            next: string | null;
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
    "/api/jobs/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One run */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
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
                            /** @description 1 the first time */
                            attempt: number;
                            /** @description Somebody asked it to stop; it has not yet */
                            cancelling: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            done: number;
                            endedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            problem: {
                                code: string;
                                error: string | null;
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            secondsLeft: number | null;
                            sentence: {
                                en: string;
                                zh: string;
                            } | null;
                            /** Format: date-time */
                            startAfter: string;
                            startedAt: string | null;
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            title: {
                                en: string;
                                zh: string;
                            };
                            total: number | null;
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
    "/api/jobs/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ask a run to stop */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
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
                            /** @description 1 the first time */
                            attempt: number;
                            /** @description Somebody asked it to stop; it has not yet */
                            cancelling: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            done: number;
                            endedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            problem: {
                                code: string;
                                error: string | null;
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            secondsLeft: number | null;
                            sentence: {
                                en: string;
                                zh: string;
                            } | null;
                            /** Format: date-time */
                            startAfter: string;
                            startedAt: string | null;
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            title: {
                                en: string;
                                zh: string;
                            };
                            total: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Server-sent events: `progress` with the run after every change, until it ends */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    id: string;
                };
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
    "/api/jobs/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Try a failed or cancelled run again */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    id: string;
                };
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
                            /** @description 1 the first time */
                            attempt: number;
                            /** @description Somebody asked it to stop; it has not yet */
                            cancelling: boolean;
                            /** Format: date-time */
                            createdAt: string;
                            done: number;
                            endedAt: string | null;
                            /** Format: uuid */
                            id: string;
                            name: string;
                            problem: {
                                code: string;
                                error: string | null;
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            } | null;
                            secondsLeft: number | null;
                            sentence: {
                                en: string;
                                zh: string;
                            } | null;
                            /** Format: date-time */
                            startAfter: string;
                            startedAt: string | null;
                            state: "queued" | "running" | "done" | "failed" | "cancelled";
                            title: {
                                en: string;
                                zh: string;
                            };
                            total: number | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/jobs/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many runs are in each state */
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
                            cancelled: number;
                            done: number;
                            failed: number;
                            queued: number;
                            running: number;
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
    "/api/liability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What outstanding points owe: by age, by end, how much of it will be used, and what it costs */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    /** @description effective: as it counted on that day, whenever it was booked; known: as the books had it on that day */
                    by?: "effective" | "known";
                };
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
                            asOf: string;
                            /** @description effective: as it counted on that day, whenever it was booked; known: as the books had it on that day */
                            by: "effective" | "known";
                            currencies: {
                                ages: {
                                    from: number;
                                    /** @description points, a string of digits */
                                    points: string;
                                    to: number | null;
                                    usedShare: number | null;
                                }[];
                                /** @description points, a string of digits */
                                available: string;
                                currency: string;
                                days: {
                                    day: string;
                                    /** @description points, a string of digits */
                                    points: string;
                                }[];
                                /** @description points, a string of digits */
                                debt: string;
                                /** @description past its last day and not booked as ended yet; not owed */
                                ended: string;
                                /** @description points, a string of digits */
                                held: string;
                                life: {
                                    asOf: string;
                                    curve: {
                                        age: number;
                                        atRisk: number;
                                        high: number;
                                        lapsed: number;
                                        low: number;
                                        survival: number;
                                        used: number;
                                    }[];
                                    days: number;
                                    members: number;
                                    /** @description what the data gate misses; nothing is estimated then */
                                    missing: {
                                        en: string;
                                        zh: string;
                                    }[];
                                    since: number;
                                    spenders: number;
                                    until: number;
                                    used: {
                                        /** @description share that lives on beyond what was ever watched: nothing is known of it */
                                        beyond: number;
                                        high: number;
                                        low: number;
                                        /** @description of the points held on that day, expected to be used before their end */
                                        share: number;
                                    } | null;
                                    version: number;
                                } | null;
                                members: number | null;
                                money: {
                                    /** @description money in ten-thousandths, a string of digits */
                                    bookedMinor: string;
                                    /** @description money in ten-thousandths, a string of digits */
                                    costMinor: string;
                                    /** @description money in ten-thousandths, a string of digits */
                                    debtMinor: string;
                                    expected: {
                                        /** @description money in ten-thousandths, a string of digits */
                                        expectedMinor: string;
                                        /** @description money in ten-thousandths, a string of digits */
                                        highMinor: string;
                                        /** @description money in ten-thousandths, a string of digits */
                                        lowMinor: string;
                                    } | null;
                                    /** @description money in ten-thousandths, a string of digits */
                                    faceMinor: string;
                                } | null;
                                months: {
                                    month: string;
                                    /** @description points, a string of digits */
                                    points: string;
                                }[];
                                /** @description points, a string of digits */
                                never: string;
                                /** @description points, a string of digits */
                                next30: string;
                                /** @description points, a string of digits */
                                outstanding: string;
                                /** @description points, a string of digits */
                                pending: string;
                                price: {
                                    /** @description 1000: a point costs what it is worth; 600: rewards cost us 60 % of it */
                                    costPermille: number;
                                    /** @description what 1,000 points are worth to a member, in ten-thousandths */
                                    perThousandMinor: string;
                                    /** @description 1000: every point is booked in full; less: breakage is taken off */
                                    usePermille: number;
                                    validFrom: string;
                                    version: number;
                                } | null;
                                spendable: boolean;
                            }[];
                            isSumming: boolean;
                            jobId: string | null;
                            /** @description the business’s currency */
                            money: string;
                            summedAt: string | null;
                            today: string;
                            zone: string;
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
    "/api/liability/books": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Month by month: opening, movements, closing, in points and in money */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    /** @description effective: as it counted on that day, whenever it was booked; known: as the books had it on that day */
                    by?: "effective" | "known";
                    currency?: string;
                    format?: "csv" | "xlsx";
                };
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
                                closing: {
                                    /** @description points, a string of digits */
                                    debt: string;
                                    /** @description money in ten-thousandths, a string of digits */
                                    debtMinor: string;
                                    /** @description points, a string of digits */
                                    points: string;
                                    /** @description money in ten-thousandths, a string of digits */
                                    pointsMinor: string;
                                };
                                currency: string;
                                month: string;
                                moved: {
                                    /** @description money in ten-thousandths, a string of digits */
                                    amountMinor: string;
                                    credit: string;
                                    debit: string;
                                    entries: number;
                                    /** @description points, a string of digits */
                                    points: string;
                                }[];
                                opening: {
                                    /** @description points, a string of digits */
                                    debt: string;
                                    /** @description money in ten-thousandths, a string of digits */
                                    debtMinor: string;
                                    /** @description points, a string of digits */
                                    points: string;
                                    /** @description money in ten-thousandths, a string of digits */
                                    pointsMinor: string;
                                };
                            }[];
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
    "/api/liability/books/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The statement month by month as CSV or XLSX */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    /** @description effective: as it counted on that day, whenever it was booked; known: as the books had it on that day */
                    by?: "effective" | "known";
                    currency?: string;
                    format?: "csv" | "xlsx";
                };
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
    "/api/liability/holders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The members behind: largest balances, or most that ends soon, as the ledger has them now */
        get: {
            parameters: {
                query: {
                    after?: string;
                    currency: string;
                    limit?: number;
                    order?: "balance" | "ending";
                    withinDays?: number;
                };
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
                                /** Format: uuid */
                                customerId: string;
                                /** @description points, a string of digits */
                                debt: string;
                                /** @description points, a string of digits */
                                ending: string;
                                firstEnd: string | null;
                                name: string | null;
                                /** @description points, a string of digits */
                                outstanding: string;
                            }[];
                            next: string | null;
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
    "/api/liability/holders/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same members, all of them, as CSV or XLSX */
        get: {
            parameters: {
                query: {
                    after?: string;
                    currency: string;
                    format: "csv" | "xlsx";
                    limit?: number;
                    order?: "balance" | "ending";
                    withinDays?: number;
                };
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
    "/api/liability/journal/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Double entries for the accounting system, day by day, as CSV or XLSX */
        get: {
            parameters: {
                query?: {
                    asOf?: string;
                    /** @description effective: as it counted on that day, whenever it was booked; known: as the books had it on that day */
                    by?: "effective" | "known";
                    currency?: string;
                    format?: "csv" | "xlsx";
                };
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
    "/api/liability/prices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a point costs: the newest version and all before it */
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
                            current: {
                                at: string | null;
                                author: string;
                                note: string;
                                parameters: {
                                    [key: string]: {
                                        /** @description 1000: a point costs what it is worth; 600: rewards cost us 60 % of it */
                                        costPermille: number;
                                        /** @description what 1,000 points are worth to a member, in ten-thousandths */
                                        perThousandMinor: string;
                                        /** @description 1000: every point is booked in full; less: breakage is taken off */
                                        usePermille: number;
                                    };
                                };
                                validFrom: string | null;
                                version: number;
                            };
                            items: {
                                at: string | null;
                                author: string;
                                note: string;
                                parameters: {
                                    [key: string]: {
                                        /** @description 1000: a point costs what it is worth; 600: rewards cost us 60 % of it */
                                        costPermille: number;
                                        /** @description what 1,000 points are worth to a member, in ten-thousandths */
                                        perThousandMinor: string;
                                        /** @description 1000: every point is booked in full; less: breakage is taken off */
                                        usePermille: number;
                                    };
                                };
                                validFrom: string | null;
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        /** A new price of points from a day on; what is outstanding then is revalued */
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
                        note?: string;
                        parameters: {
                            [key: string]: {
                                /** @description 1000: a point costs what it is worth; 600: rewards cost us 60 % of it */
                                costPermille: number;
                                /** @description what 1,000 points are worth to a member, in ten-thousandths */
                                perThousandMinor: string;
                                /** @description 1000: every point is booked in full; less: breakage is taken off */
                                usePermille: number;
                            };
                        };
                        validFrom: string;
                        /** @description the version that was read; 0 before the first */
                        version: number;
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
                            current: {
                                at: string | null;
                                author: string;
                                note: string;
                                parameters: {
                                    [key: string]: {
                                        /** @description 1000: a point costs what it is worth; 600: rewards cost us 60 % of it */
                                        costPermille: number;
                                        /** @description what 1,000 points are worth to a member, in ten-thousandths */
                                        perThousandMinor: string;
                                        /** @description 1000: every point is booked in full; less: breakage is taken off */
                                        usePermille: number;
                                    };
                                };
                                validFrom: string | null;
                                version: number;
                            };
                            items: {
                                at: string | null;
                                author: string;
                                note: string;
                                parameters: {
                                    [key: string]: {
                                        /** @description 1000: a point costs what it is worth; 600: rewards cost us 60 % of it */
                                        costPermille: number;
                                        /** @description what 1,000 points are worth to a member, in ten-thousandths */
                                        perThousandMinor: string;
                                        /** @description 1000: every point is booked in full; less: breakage is taken off */
                                        usePermille: number;
                                    };
                                };
                                validFrom: string | null;
                                version: number;
                            }[];
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
    "/api/liability/sums": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Bring the daily sums up to date now, or make them again from the journal */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description throw the daily sums away and make them again from the journal */
                        rebuild?: boolean;
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
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/lifecycle": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who is slipping away, after how many silent days, how sure that is, and what it is worth */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    /** @description fixed days for both series; with lapsedAfterDays */
                    atRiskAfterDays?: number;
                    category?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    lapsedAfterDays?: number;
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            callFirst: {
                                /** @description money in ten-thousandths of the currency’s main unit */
                                atRiskMinor: string;
                                basis: "margin" | "revenue";
                                category: string | null;
                                customerId: string;
                                firstDay: string | null;
                                lastDay: string | null;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                name: string | null;
                                orders: number;
                                pReturn: number | null;
                                purchaseDays: number;
                                reason: {
                                    en: string;
                                    zh: string;
                                };
                                silentDays: number | null;
                                state: "prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed";
                                usualGapDays: number | null;
                            }[];
                            churn: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description a share with its 95 % Wilson interval */
                                lapse: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                /** @description a local day of the business, YYYY-MM-DD */
                                previousFrom: string;
                                /** @description a share with its 95 % Wilson interval */
                                simple: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            } | null;
                            curves: {
                                atRiskAfterDays: number | null;
                                category: string | null;
                                customers: number;
                                events: number;
                                gaps: number;
                                lapsedAfterDays: number | null;
                                observedAtRisk: number;
                                observedLapsed: number;
                                points: {
                                    days: number;
                                    f: number;
                                    n: number;
                                    s: number;
                                }[];
                                series: "one" | "repeat";
                                source: "curve" | "fixed" | "parent" | "other_series" | "none";
                                uncertain: boolean;
                            }[];
                            horizonDays: number;
                            leastObserved: number | null;
                            moneyAtRisk: {
                                basis: "margin" | "revenue" | "mixed" | "none";
                                customers: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                /** @description customers whose cost is known on every order */
                                onMargin: number;
                                onRevenue: number;
                                returnDays: number;
                            };
                            notes: {
                                en: string;
                                zh: string;
                            }[];
                            quality: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                /** @description a share with its 95 % Wilson interval */
                                falseLapse: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                /** @description money in ten-thousandths of the currency’s main unit */
                                laterMoneyMinor: string;
                                /** @description share of all later money that came from customers called lapsed */
                                laterMoneyShare: number;
                                returnDays: number;
                                returned: {
                                    /** @description a share with its 95 % Wilson interval */
                                    back: {
                                        count: number;
                                        high: number;
                                        low: number;
                                        of: number;
                                        rate: number;
                                    };
                                    state: "prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed";
                                }[];
                            } | null;
                            retention: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                previousFrom: string;
                                /** @description a share with its 95 % Wilson interval */
                                repeat: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                /** @description money in this period from the buyers of the last ÷ their money then */
                                revenueRetention: number | null;
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            } | null;
                            returnDays: number;
                            sentence: {
                                en: string;
                                zh: string;
                            };
                            spanDays: number;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            states: {
                                customers: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                /** @description of the customers who ever bought */
                                share: number;
                                state: "prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed";
                                within: ("prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed") | null;
                            }[];
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
    "/api/lifecycle/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customers of a state, most money at risk first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    /** @description fixed days for both series; with lapsedAfterDays */
                    atRiskAfterDays?: number;
                    category?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    /** @description This customer only */
                    customer?: string;
                    lapsedAfterDays?: number;
                    limit?: number;
                    sort?: "at_risk" | "money" | "silent" | "customer";
                    state?: "prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                                /** @description money in ten-thousandths of the currency’s main unit */
                                atRiskMinor: string;
                                basis: "margin" | "revenue";
                                category: string | null;
                                customerId: string;
                                firstDay: string | null;
                                lastDay: string | null;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                name: string | null;
                                orders: number;
                                pReturn: number | null;
                                purchaseDays: number;
                                reason: {
                                    en: string;
                                    zh: string;
                                };
                                silentDays: number | null;
                                state: "prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed";
                                usualGapDays: number | null;
                            }[];
                            next: string | null;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
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
    "/api/lifecycle/customers/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same customers, all of them, as CSV or XLSX */
        get: {
            parameters: {
                query: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    /** @description fixed days for both series; with lapsedAfterDays */
                    atRiskAfterDays?: number;
                    category?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    /** @description This customer only */
                    customer?: string;
                    format: "csv" | "xlsx";
                    lapsedAfterDays?: number;
                    sort?: "at_risk" | "money" | "silent" | "customer";
                    state?: "prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
    "/api/lifecycle/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same answer under parameters that nobody has published yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        parameters: {
                            [key: string]: unknown;
                        };
                        scope: {
                            /** @description a local day of the business, YYYY-MM-DD */
                            asOf?: string;
                            category?: string;
                            /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                            cleaning?: "net" | "reference" | "gross";
                            /** Format: uuid */
                            store?: string;
                            /** @description an older version of the definition */
                            version?: number;
                        };
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
                            callFirst: {
                                /** @description money in ten-thousandths of the currency’s main unit */
                                atRiskMinor: string;
                                basis: "margin" | "revenue";
                                category: string | null;
                                customerId: string;
                                firstDay: string | null;
                                lastDay: string | null;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                name: string | null;
                                orders: number;
                                pReturn: number | null;
                                purchaseDays: number;
                                reason: {
                                    en: string;
                                    zh: string;
                                };
                                silentDays: number | null;
                                state: "prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed";
                                usualGapDays: number | null;
                            }[];
                            churn: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description a share with its 95 % Wilson interval */
                                lapse: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                /** @description a local day of the business, YYYY-MM-DD */
                                previousFrom: string;
                                /** @description a share with its 95 % Wilson interval */
                                simple: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            } | null;
                            curves: {
                                atRiskAfterDays: number | null;
                                category: string | null;
                                customers: number;
                                events: number;
                                gaps: number;
                                lapsedAfterDays: number | null;
                                observedAtRisk: number;
                                observedLapsed: number;
                                points: {
                                    days: number;
                                    f: number;
                                    n: number;
                                    s: number;
                                }[];
                                series: "one" | "repeat";
                                source: "curve" | "fixed" | "parent" | "other_series" | "none";
                                uncertain: boolean;
                            }[];
                            horizonDays: number;
                            leastObserved: number | null;
                            moneyAtRisk: {
                                basis: "margin" | "revenue" | "mixed" | "none";
                                customers: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                /** @description customers whose cost is known on every order */
                                onMargin: number;
                                onRevenue: number;
                                returnDays: number;
                            };
                            notes: {
                                en: string;
                                zh: string;
                            }[];
                            quality: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                /** @description a share with its 95 % Wilson interval */
                                falseLapse: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                /** @description money in ten-thousandths of the currency’s main unit */
                                laterMoneyMinor: string;
                                /** @description share of all later money that came from customers called lapsed */
                                laterMoneyShare: number;
                                returnDays: number;
                                returned: {
                                    /** @description a share with its 95 % Wilson interval */
                                    back: {
                                        count: number;
                                        high: number;
                                        low: number;
                                        of: number;
                                        rate: number;
                                    };
                                    state: "prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed";
                                }[];
                            } | null;
                            retention: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                from: string;
                                /** @description a local day of the business, YYYY-MM-DD */
                                previousFrom: string;
                                /** @description a share with its 95 % Wilson interval */
                                repeat: {
                                    count: number;
                                    high: number;
                                    low: number;
                                    of: number;
                                    rate: number;
                                };
                                /** @description money in this period from the buyers of the last ÷ their money then */
                                revenueRetention: number | null;
                                /** @description a local day of the business, YYYY-MM-DD */
                                to: string;
                            } | null;
                            returnDays: number;
                            sentence: {
                                en: string;
                                zh: string;
                            };
                            spanDays: number;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            states: {
                                customers: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                /** @description of the customers who ever bought */
                                share: number;
                                state: "prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed";
                                within: ("prospect" | "new" | "active" | "reactivated" | "at_risk" | "lapsed") | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Orders, newest first, by customer, store, kind, source or day */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    customer?: string;
                    from?: string;
                    kind?: "sale" | "return" | "cancellation";
                    limit?: number;
                    source?: string;
                    store?: string;
                    to?: string;
                };
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
                                at: string;
                                channel: string | null;
                                costMinor: string | null;
                                currency: string;
                                customerId: string | null;
                                customerName: string | null;
                                day: string;
                                goods: string;
                                kind: "sale" | "return" | "cancellation";
                                lineCount: number;
                                number: string;
                                orderId: string;
                                source: string;
                                storeId: string | null;
                                storeName: string | null;
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                totalMinor: string;
                                undoesNumber: string | null;
                                undoesOrderId: string | null;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Record orders, up to 1,000; the same order again is skipped, another content under its number refuses all */
        post: {
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
                        orders: {
                            /** Format: date-time */
                            at: string;
                            channel?: string | null;
                            currency?: string;
                            customer?: {
                                /** Format: uuid */
                                customerId?: string;
                                keys?: {
                                    kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                                    value: string;
                                }[];
                                name?: string | null;
                            } | null;
                            kind?: "sale" | "return" | "cancellation";
                            lines: {
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                amountMinor: string;
                                category?: string | null;
                                costMinor?: string | null;
                                name?: string | null;
                                product: string;
                                quantity: string;
                            }[];
                            number: string;
                            source: string;
                            store?: string | null;
                            /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                            totalMinor?: string;
                            undoes?: string | null;
                        }[];
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
                            /** @description Orders that were there already */
                            identical: number;
                            recorded: {
                                anonymous: boolean;
                                customerId: string;
                                number: string;
                                orderId: string;
                                source: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/{source}/{number}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One order with its lines and what undid it */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    number: string;
                    source: string;
                };
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
                            at: string;
                            channel: string | null;
                            costMinor: string | null;
                            currency: string;
                            customerId: string | null;
                            customerName: string | null;
                            day: string;
                            goods: string;
                            kind: "sale" | "return" | "cancellation";
                            lineCount: number;
                            lines: {
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                amountMinor: string;
                                category: string | null;
                                costMinor: string | null;
                                name: string | null;
                                product: string;
                                quantity: string;
                            }[];
                            number: string;
                            orderId: string;
                            source: string;
                            storeId: string | null;
                            storeName: string | null;
                            /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                            totalMinor: string;
                            undoesNumber: string | null;
                            undoesOrderId: string | null;
                            undoneBy: {
                                day: string;
                                kind: "sale" | "return" | "cancellation";
                                number: string;
                                source: string;
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                totalMinor: string;
                            }[];
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
    "/api/orders/{source}/{number}/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Record what of an order came back */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    number: string;
                    source: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at: string;
                        kind?: "return" | "cancellation";
                        /** @description What is given back, as positive quantities and amounts; all of the order when left out */
                        lines?: {
                            /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                            amountMinor: string;
                            category?: string | null;
                            costMinor?: string | null;
                            name?: string | null;
                            product: string;
                            quantity: string;
                        }[];
                        number: string;
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
                            /** @description Orders that were there already */
                            identical: number;
                            recorded: {
                                anonymous: boolean;
                                customerId: string;
                                number: string;
                                orderId: string;
                                source: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/orders/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same orders, all of them, as CSV or XLSX */
        get: {
            parameters: {
                query: {
                    customer?: string;
                    format: "csv" | "xlsx";
                    from?: string;
                    kind?: "sale" | "return" | "cancellation";
                    source?: string;
                    store?: string;
                    to?: string;
                };
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
    "/api/orders/totals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was sold and what came back: by one customer, or on the latest day with orders */
        get: {
            parameters: {
                query?: {
                    customer?: string;
                };
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
                            /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                            backMinor: string;
                            firstDay: string | null;
                            lastDay: string | null;
                            returns: number;
                            sales: number;
                            /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                            soldMinor: string;
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
    "/api/points/commands": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Book commands, up to 1,000, all or none: earn, redeem, hold, capture, release, reverse, restore, adjust, settle, open, unopen */
        post: {
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
                        /** @description answers what would be booked, and leaves nothing behind */
                        dryRun?: boolean;
                        orders: {
                            command: {
                                /** @description points, a string of digits */
                                amount: string;
                                /** Format: date-time */
                                at?: string;
                                /** @enum {string} */
                                do: "earn";
                                /** @description last day on which they may be spent; null: never; left out: as the policy says */
                                expiresOn?: string | null;
                                /** @description first day on which they may be spent; null: at once; left out: as the policy says */
                                maturesOn?: string | null;
                                /** @description the number of the order */
                                number?: string;
                                /** @description the source of the order */
                                source?: string;
                            } | {
                                /** @description points, a string of digits */
                                amount: string;
                                /** @enum {string} */
                                do: "redeem";
                                /** @description the number of the order */
                                number?: string;
                                /** @description the source of the order */
                                source?: string;
                            } | {
                                /** @description points, a string of digits */
                                amount: string;
                                /** @enum {string} */
                                do: "hold";
                                minutes: number;
                                /** @description the number of the order */
                                number?: string;
                                /** @description the source of the order */
                                source?: string;
                            } | {
                                /** @description points, a string of digits */
                                amount?: string;
                                /** @enum {string} */
                                do: "capture";
                                /** Format: uuid */
                                holdId: string;
                            } | {
                                /** @enum {string} */
                                do: "release";
                                /** Format: uuid */
                                holdId: string;
                            } | {
                                /** @description points, a string of digits */
                                amount: string;
                                /** @enum {string} */
                                do: "reverse";
                                /** @description the number of the order */
                                number: string;
                                /** @description the source of the order */
                                source: string;
                            } | {
                                /** @description points, a string of digits */
                                amount: string;
                                /** @enum {string} */
                                do: "restore";
                                /** @description the number of the order */
                                number: string;
                                /** @description the source of the order */
                                source: string;
                            } | {
                                /** @description points, a string of digits, below zero to take away */
                                amount: string;
                                /** @enum {string} */
                                do: "adjust";
                                /** @description why: it stands in the journal */
                                note: string;
                            } | {
                                /** @enum {string} */
                                do: "settle";
                            } | {
                                /** @description points, a string of digits */
                                amount: string;
                                /** @enum {string} */
                                do: "open";
                                /**
                                 * Format: date-time
                                 * @description when another programme gave it: it keeps its age
                                 */
                                earnedAt: string;
                                /** @description its last day; null: never; left out: as the policy has it from the day it was earned */
                                expiresOn?: string | null;
                                /** @description the number of the order */
                                number: string;
                                /** @description the source of the order */
                                source: string;
                            } | {
                                /** @enum {string} */
                                do: "unopen";
                                /** @description the number of the order */
                                number: string;
                                /** @description the source of the order */
                                source: string;
                            };
                            currency: string;
                            /** Format: uuid */
                            customerId: string;
                            /** @description programme, store, receipt, line and kind in one text */
                            receipt?: string;
                        }[];
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
                            items: {
                                balance: {
                                    /** @description points, a string of digits */
                                    available: string;
                                    /** @description points, a string of digits */
                                    debt: string;
                                    /** @description points, a string of digits */
                                    held: string;
                                    /** @description points, a string of digits */
                                    pending: string;
                                };
                                currency: string;
                                /** Format: uuid */
                                customerId: string;
                                /** @description how many entries were written */
                                entries: number;
                                holdId: string | null;
                                /** @description points, a string of digits */
                                uncovered: string;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Every version of the policy: past, in force, scheduled and withdrawn */
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
                            inForce: number;
                            items: {
                                /** Format: date-time */
                                at: string;
                                author: string;
                                note: string;
                                parameters: {
                                    [key: string]: {
                                        /** @description days that points have when they come back from a return after their end */
                                        graceDays: number;
                                        /** @description what people call it; it can be renamed */
                                        name: {
                                            en: string;
                                            zh: string;
                                        };
                                        onRefund: "pending_only" | "within_balance" | "into_debt";
                                        /** @description days before points may be spent */
                                        pendingDays: number;
                                        /** @description digits after the point when it is shown; fixed for ever */
                                        scale: number;
                                        /** @description false for growth value: it is counted, never spent */
                                        spendable: boolean;
                                        /** @description how long points live; null: for ever */
                                        ttl: null | {
                                            months: number;
                                            until: "day" | "month" | "year";
                                        };
                                    };
                                };
                                /**
                                 * Format: date-time
                                 * @description in force from this instant on, until the next version is
                                 */
                                validFrom: string;
                                version: number;
                                withdrawnAt: string | null;
                                withdrawnBy: string | null;
                            }[];
                            newest: number;
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
    "/api/points/policies/{version}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Withdraw a version that is not in force yet */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    version: number;
                };
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
                            /** Format: date-time */
                            at: string;
                            author: string;
                            note: string;
                            parameters: {
                                [key: string]: {
                                    /** @description days that points have when they come back from a return after their end */
                                    graceDays: number;
                                    /** @description what people call it; it can be renamed */
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    onRefund: "pending_only" | "within_balance" | "into_debt";
                                    /** @description days before points may be spent */
                                    pendingDays: number;
                                    /** @description digits after the point when it is shown; fixed for ever */
                                    scale: number;
                                    /** @description false for growth value: it is counted, never spent */
                                    spendable: boolean;
                                    /** @description how long points live; null: for ever */
                                    ttl: null | {
                                        months: number;
                                        until: "day" | "month" | "year";
                                    };
                                };
                            };
                            /**
                             * Format: date-time
                             * @description in force from this instant on, until the next version is
                             */
                            validFrom: string;
                            version: number;
                            withdrawnAt: string | null;
                            withdrawnBy: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/points/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The policy in force: how long points live, and what a return may take */
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
                            /** Format: date-time */
                            at: string;
                            author: string;
                            /** @description the newest version that is not withdrawn; a change names it */
                            newest: number;
                            note: string;
                            parameters: {
                                [key: string]: {
                                    /** @description days that points have when they come back from a return after their end */
                                    graceDays: number;
                                    /** @description what people call it; it can be renamed */
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    onRefund: "pending_only" | "within_balance" | "into_debt";
                                    /** @description days before points may be spent */
                                    pendingDays: number;
                                    /** @description digits after the point when it is shown; fixed for ever */
                                    scale: number;
                                    /** @description false for growth value: it is counted, never spent */
                                    spendable: boolean;
                                    /** @description how long points live; null: for ever */
                                    ttl: null | {
                                        months: number;
                                        until: "day" | "month" | "year";
                                    };
                                };
                            };
                            /**
                             * Format: date-time
                             * @description in force from this instant on, until the next version is
                             */
                            validFrom: string;
                            version: number;
                            withdrawnAt: string | null;
                            withdrawnBy: string | null;
                        };
                    };
                };
            };
        };
        /** A new version of the policy, in force at once or later; what was earned keeps the old one */
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
                        note?: string;
                        parameters: {
                            [key: string]: {
                                /** @description days that points have when they come back from a return after their end */
                                graceDays: number;
                                /** @description what people call it; it can be renamed */
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                onRefund: "pending_only" | "within_balance" | "into_debt";
                                /** @description days before points may be spent */
                                pendingDays: number;
                                /** @description digits after the point when it is shown; fixed for ever */
                                scale: number;
                                /** @description false for growth value: it is counted, never spent */
                                spendable: boolean;
                                /** @description how long points live; null: for ever */
                                ttl: null | {
                                    months: number;
                                    until: "day" | "month" | "year";
                                };
                            };
                        };
                        /**
                         * Format: date-time
                         * @description when it comes into force; now, where it is left out
                         */
                        validFrom?: string;
                        /** @description the newest version that was read */
                        version: number;
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
                            /** Format: date-time */
                            at: string;
                            author: string;
                            note: string;
                            parameters: {
                                [key: string]: {
                                    /** @description days that points have when they come back from a return after their end */
                                    graceDays: number;
                                    /** @description what people call it; it can be renamed */
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    onRefund: "pending_only" | "within_balance" | "into_debt";
                                    /** @description days before points may be spent */
                                    pendingDays: number;
                                    /** @description digits after the point when it is shown; fixed for ever */
                                    scale: number;
                                    /** @description false for growth value: it is counted, never spent */
                                    spendable: boolean;
                                    /** @description how long points live; null: for ever */
                                    ttl: null | {
                                        months: number;
                                        until: "day" | "month" | "year";
                                    };
                                };
                            };
                            /**
                             * Format: date-time
                             * @description in force from this instant on, until the next version is
                             */
                            validFrom: string;
                            version: number;
                            withdrawnAt: string | null;
                            withdrawnBy: string | null;
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
    "/api/points/statement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Why this balance: the journal of one wallet, newest first, each entry with the lot, the order and the policy version behind it */
        get: {
            parameters: {
                query: {
                    after?: string;
                    /** @description the balance as it counted at that instant */
                    at?: string;
                    currency: string;
                    customer: string;
                    /** @description the balance as the ledger knew it at that instant */
                    known?: string;
                    limit?: number;
                };
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
                            balance: {
                                /** @description points, a string of digits */
                                available: string;
                                /** @description points, a string of digits */
                                debt: string;
                                /** @description points, a string of digits */
                                held: string;
                                /** @description points, a string of digits */
                                pending: string;
                            };
                            items: {
                                actor: string;
                                /** @description points, a string of digits */
                                amount: string;
                                /** Format: date-time */
                                effectiveAt: string;
                                from: "pending" | "available" | "held" | "debt" | "issued" | "redeemed" | "expired" | "adjusted" | "opening";
                                holdId: string | null;
                                /** Format: date-time */
                                insertedAt: string;
                                kind: string;
                                lotId: string | null;
                                note: string | null;
                                number: string | null;
                                policyVersion: number;
                                sequence: string;
                                source: string | null;
                                to: "pending" | "available" | "held" | "debt" | "issued" | "redeemed" | "expired" | "adjusted" | "opening";
                            }[];
                            next: string | null;
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
    "/api/points/wallets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member has now, in every currency, lot by lot */
        get: {
            parameters: {
                query: {
                    customer: string;
                };
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
                                balance: {
                                    /** @description points, a string of digits */
                                    available: string;
                                    /** @description points, a string of digits */
                                    debt: string;
                                    /** @description points, a string of digits */
                                    held: string;
                                    /** @description points, a string of digits */
                                    pending: string;
                                };
                                currency: string;
                                lots: {
                                    /** @description points, a string of digits */
                                    available: string;
                                    /** @description points, a string of digits */
                                    earned: string;
                                    /** Format: date-time */
                                    earnedAt: string;
                                    expiresOn: string | null;
                                    /** @description points, a string of digits */
                                    held: string;
                                    /** Format: uuid */
                                    lotId: string;
                                    maturesOn: string | null;
                                    number: string | null;
                                    /** @description points, a string of digits */
                                    pending: string;
                                    policyVersion: number;
                                    source: string | null;
                                }[];
                            }[];
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
    "/api/prediction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Who will buy again and what is in doubt: the candidates on held-out time, the one used and why, what it expects */
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
                            backtest: null | {
                                candidates: {
                                    auc: number | null;
                                    boundary: string[];
                                    brier: number | null;
                                    converged: boolean;
                                    gain: null | {
                                        difference: number;
                                        high: number;
                                        low: number;
                                    };
                                    id: "recency" | "bg" | "mbg" | "pareto" | "logistic" | "trees";
                                    lift: number | null;
                                    shipped: boolean;
                                    tests: {
                                        auc: number;
                                        bought: number;
                                        brier: number;
                                        /** @description a local day of the business, YYYY-MM-DD */
                                        cut: string;
                                        groups: {
                                            expected: number;
                                            happened: number;
                                            n: number;
                                        }[];
                                        /** @description buyers among the tenth with the best chances, against buyers among all */
                                        lift: number;
                                        n: number;
                                        /** @description a local day of the business, YYYY-MM-DD */
                                        to: string;
                                    }[];
                                    verdict: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                money: {
                                    buyers: number;
                                    customers: number;
                                    /** @description a local day of the business, YYYY-MM-DD */
                                    cut: string;
                                    expectedBuyers: number;
                                    expectedPurchases: number;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    expectedSpendMinor: string;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    meanErrorMinor: string;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    naiveMeanErrorMinor: string;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    naiveSpendMinor: string;
                                    purchases: number;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    spendMinor: string;
                                    /** @description a local day of the business, YYYY-MM-DD */
                                    to: string;
                                }[];
                                reason: {
                                    en: string;
                                    zh: string;
                                };
                                spread: {
                                    from: number;
                                    high: number;
                                    low: number;
                                    n: number;
                                }[];
                                worth?: {
                                    coverage: number;
                                    customers: number;
                                    /** @description a local day of the business, YYYY-MM-DD */
                                    cut: string;
                                    days: number;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    expectedMinor: string;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    meanErrorMinor: string;
                                    /** @description money in ten-thousandths of the currency’s main unit */
                                    spentMinor: string;
                                    spread: {
                                        from: number;
                                        high: number;
                                        low: number;
                                        n: number;
                                    }[];
                                    /** @description a local day of the business, YYYY-MM-DD */
                                    to: string;
                                };
                                yardsticks: {
                                    auc: number;
                                    id: "frequency" | "expected" | "alive";
                                    model: ("recency" | "bg" | "mbg" | "pareto" | "logistic" | "trees") | null;
                                }[];
                            };
                            discountRate: number;
                            gate: {
                                customers: number;
                                days: number;
                                leastCustomers: number;
                                leastDays: number;
                                missing: {
                                    en: string;
                                    zh: string;
                                }[];
                                passed: boolean;
                                repeaters: number;
                            };
                            horizonDays: number;
                            job: null | {
                                done: number;
                                jobId: string;
                                sentence: null | {
                                    en: string;
                                    zh: string;
                                };
                                total: number | null;
                            };
                            model: null | {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                boundary: string[];
                                candidate: "recency" | "bg" | "mbg" | "pareto" | "logistic" | "trees";
                                converged: boolean;
                                /** Format: date-time */
                                createdAt: string;
                                definitionVersion: number;
                                horizonDays: number;
                                logLikelihood: number | null;
                                n: number;
                                seconds: number;
                                seed: number;
                                version: number;
                                /** @description a local day of the business, YYYY-MM-DD */
                                windowFrom: string;
                            };
                            notes: {
                                en: string;
                                zh: string;
                            }[];
                            scored: null | {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                /** Format: date-time */
                                at: string;
                                current: boolean;
                                n: number;
                            };
                            sentence: {
                                en: string;
                                zh: string;
                            };
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            state: "gate" | "waiting" | "ready";
                            totals: null | {
                                basis: "margin" | "revenue" | "mixed";
                                buyers: number;
                                customers: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                doubtMinor: string;
                                purchases: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                spendMinor: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                valueMinor: string;
                            };
                            valueDays: number;
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
    "/api/prediction/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers by chance, value or money in doubt, with the reasons */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    /** @description one-time buyers or regulars */
                    bought?: "once" | "again";
                    customer?: string;
                    /** @description chance at least */
                    least?: number;
                    limit?: number;
                    /** @description chance at most */
                    most?: number;
                    sort?: "chance" | "churn" | "value" | "spend" | "doubt";
                };
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
                            asOf: string | null;
                            items: {
                                basis: "margin" | "revenue";
                                /** @description P(at least one order within the horizon) */
                                chance: number;
                                /** @description 1 − chance */
                                churn: number;
                                customerId: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                doubtMinor: string;
                                name: string | null;
                                purchaseDays: number;
                                purchases: number;
                                reasons: {
                                    code: string;
                                    effect: "up" | "down" | "fact";
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                silentDays: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                spendHighMinor: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                spendLowMinor: string;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                spendMinor: string;
                                valueHighMinor: string | null;
                                /** @description 80 % interval; null where history is too short to measure one */
                                valueLowMinor: string | null;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                valueMinor: string;
                            }[];
                            model: null | {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                boundary: string[];
                                candidate: "recency" | "bg" | "mbg" | "pareto" | "logistic" | "trees";
                                converged: boolean;
                                /** Format: date-time */
                                createdAt: string;
                                definitionVersion: number;
                                horizonDays: number;
                                logLikelihood: number | null;
                                n: number;
                                seconds: number;
                                seed: number;
                                version: number;
                                /** @description a local day of the business, YYYY-MM-DD */
                                windowFrom: string;
                            };
                            next: string | null;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
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
    "/api/prediction/customers/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same customers, all of them, as CSV or XLSX */
        get: {
            parameters: {
                query: {
                    /** @description one-time buyers or regulars */
                    bought?: "once" | "again";
                    customer?: string;
                    format: "csv" | "xlsx";
                    /** @description chance at least */
                    least?: number;
                    /** @description chance at most */
                    most?: number;
                    sort?: "chance" | "churn" | "value" | "spend" | "doubt";
                };
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
    "/api/prediction/runs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Let the candidates compete again, or only score everybody again */
        post: {
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
                        fit?: boolean;
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
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Customers, newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    kind?: "consumer" | "intermediary" | "internal" | "public_interest";
                    limit?: number;
                    /** @description A division code: everybody inside it */
                    region?: string;
                    source?: string;
                    /** @description key:value of what other rooms learned, such as lifecycle.state:at_risk */
                    trait?: string;
                };
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
                                createdAt: string;
                                customerId: string;
                                gender: ("female" | "male" | "other") | null;
                                keyCount: number;
                                kind: "consumer" | "intermediary" | "internal" | "public_interest";
                                name: string | null;
                                phone: string | null;
                                region: string | null;
                                regionName: string | null;
                                source: string;
                                traits: {
                                    [key: string]: unknown;
                                };
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Create a customer */
        post: {
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
                        address?: string | null;
                        birthday?: {
                            calendar: "solar" | "lunar";
                            day: number;
                            leap: boolean;
                            month: number;
                            year: number | null;
                        } | null;
                        country?: string | null;
                        custom?: {
                            [key: string]: string | number | boolean | null;
                        };
                        gender?: ("female" | "male" | "other") | null;
                        industry?: string | null;
                        keys?: {
                            kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                            value: string;
                        }[];
                        kind?: "consumer" | "intermediary" | "internal" | "public_interest";
                        name?: string | null;
                        occupation?: string | null;
                        /** @description When a key belongs to somebody already: refuse (default), or join: give that customer the new keys and what the record lacks */
                        onMatch?: "refuse" | "join";
                        region?: string | null;
                        source?: string;
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
                            address: string | null;
                            birthday: {
                                calendar: "solar" | "lunar";
                                day: number;
                                leap: boolean;
                                month: number;
                                year: number | null;
                            } | null;
                            birthdayWords: {
                                en: string;
                                zh: string;
                            } | null;
                            country: string | null;
                            createdAt: string;
                            custom: {
                                [key: string]: string | number | boolean | null;
                            };
                            customerId: string;
                            erasedAt: string | null;
                            gender: ("female" | "male" | "other") | null;
                            industry: string | null;
                            keys: {
                                kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                                masked: boolean;
                                source: string;
                                value: string;
                            }[];
                            kind: "consumer" | "intermediary" | "internal" | "public_interest";
                            name: string | null;
                            nextBirthday: string | null;
                            occupation: string | null;
                            region: string | null;
                            regionName: string | null;
                            source: string;
                            traits: {
                                at: string;
                                key: string;
                                source: string;
                                value: unknown;
                            }[];
                            updatedAt: string;
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/record/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** One customer */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    customerId: string;
                };
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
                            address: string | null;
                            birthday: {
                                calendar: "solar" | "lunar";
                                day: number;
                                leap: boolean;
                                month: number;
                                year: number | null;
                            } | null;
                            birthdayWords: {
                                en: string;
                                zh: string;
                            } | null;
                            country: string | null;
                            createdAt: string;
                            custom: {
                                [key: string]: string | number | boolean | null;
                            };
                            customerId: string;
                            erasedAt: string | null;
                            gender: ("female" | "male" | "other") | null;
                            industry: string | null;
                            keys: {
                                kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                                masked: boolean;
                                source: string;
                                value: string;
                            }[];
                            kind: "consumer" | "intermediary" | "internal" | "public_interest";
                            name: string | null;
                            nextBirthday: string | null;
                            occupation: string | null;
                            region: string | null;
                            regionName: string | null;
                            source: string;
                            traits: {
                                at: string;
                                key: string;
                                source: string;
                                value: unknown;
                            }[];
                            updatedAt: string;
                            version: number;
                        };
                    };
                };
            };
        };
        /** Change a customer on the version that was read */
        put: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    customerId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        addKeys?: {
                            kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                            value: string;
                        }[];
                        address?: string | null;
                        birthday?: {
                            calendar: "solar" | "lunar";
                            day: number;
                            leap: boolean;
                            month: number;
                            year: number | null;
                        } | null;
                        country?: string | null;
                        custom?: {
                            [key: string]: string | number | boolean | null;
                        };
                        gender?: ("female" | "male" | "other") | null;
                        industry?: string | null;
                        kind?: "consumer" | "intermediary" | "internal" | "public_interest";
                        name?: string | null;
                        occupation?: string | null;
                        region?: string | null;
                        removeKeys?: {
                            kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                            value: string;
                        }[];
                        /** @description The version that you read: a change by somebody else in between is refused with both values */
                        version: number;
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
                            address: string | null;
                            birthday: {
                                calendar: "solar" | "lunar";
                                day: number;
                                leap: boolean;
                                month: number;
                                year: number | null;
                            } | null;
                            birthdayWords: {
                                en: string;
                                zh: string;
                            } | null;
                            country: string | null;
                            createdAt: string;
                            custom: {
                                [key: string]: string | number | boolean | null;
                            };
                            customerId: string;
                            erasedAt: string | null;
                            gender: ("female" | "male" | "other") | null;
                            industry: string | null;
                            keys: {
                                kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                                masked: boolean;
                                source: string;
                                value: string;
                            }[];
                            kind: "consumer" | "intermediary" | "internal" | "public_interest";
                            name: string | null;
                            nextBirthday: string | null;
                            occupation: string | null;
                            region: string | null;
                            regionName: string | null;
                            source: string;
                            traits: {
                                at: string;
                                key: string;
                                source: string;
                                value: unknown;
                            }[];
                            updatedAt: string;
                            version: number;
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
    "/api/record/{customerId}/erase": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What erasing this person would take away */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    customerId: string;
                };
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
                            /** @description stored answers to requests that show the record */
                            answers: number;
                            /** Format: uuid */
                            customerId: string;
                            /** @description what is there and goes */
                            fields: string[];
                            keys: number;
                            /** @description this one and those merged into it */
                            records: number;
                            version: number;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Erase everything personal for ever; orders and points keep an id that leads to no one */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    customerId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** @description on whose request: it stands on the log; no personal data */
                        reason: string;
                        /** @description the version of the record that the preview showed */
                        version: number;
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
                            answers: number;
                            /** Format: uuid */
                            customerId: string;
                            erasedAt: string;
                            keys: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/record/{customerId}/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Phones, e-mails and ids of one customer, whole */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    customerId: string;
                };
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
                                kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                                value: string;
                            }[];
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
    "/api/record/{customerId}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Merge another record into this one: keys, orders, points and history count as one from then on */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    customerId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /**
                         * Format: uuid
                         * @description the record that joins this one
                         */
                        mergedId: string;
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
                            actor: string;
                            at: string;
                            canUndo: boolean;
                            filled: string[];
                            /** Format: uuid */
                            mergedId: string;
                            /** Format: uuid */
                            mergeId: string;
                            /** Format: uuid */
                            survivorId: string;
                            undoneAt: string | null;
                            undoneBy: string | null;
                            undoUntil: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/record/{customerId}/merges": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The merges of one customer, newest first, and whether each can still be undone */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    customerId: string;
                };
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
                                actor: string;
                                at: string;
                                canUndo: boolean;
                                filled: string[];
                                /** Format: uuid */
                                mergedId: string;
                                /** Format: uuid */
                                mergeId: string;
                                /** Format: uuid */
                                survivorId: string;
                                undoneAt: string | null;
                                undoneBy: string | null;
                                undoUntil: string;
                            }[];
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
    "/api/record/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The list as CSV or XLSX */
        get: {
            parameters: {
                query: {
                    format: "csv" | "xlsx";
                    kind?: "consumer" | "intermediary" | "internal" | "public_interest";
                    /** @description A division code: everybody inside it */
                    region?: string;
                    source?: string;
                    /** @description key:value of what other rooms learned, such as lifecycle.state:at_risk */
                    trait?: string;
                };
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
    "/api/record/fields": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The business's own fields */
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
                                choices: string[];
                                key: string;
                                label: {
                                    en: string;
                                    zh: string;
                                };
                                position: number;
                                type: "text" | "number" | "date" | "boolean" | "choice";
                                /** @description 0 for a new field */
                                version: number;
                            }[];
                        };
                    };
                };
            };
        };
        /** Add or change a field */
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
                        choices: string[];
                        key: string;
                        label: {
                            en: string;
                            zh: string;
                        };
                        position: number;
                        type: "text" | "number" | "date" | "boolean" | "choice";
                        /** @description 0 for a new field */
                        version: number;
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
                            choices: string[];
                            key: string;
                            label: {
                                en: string;
                                zh: string;
                            };
                            position: number;
                            type: "text" | "number" | "date" | "boolean" | "choice";
                            /** @description 0 for a new field */
                            version: number;
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
    "/api/record/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What merging two records would do to them */
        get: {
            parameters: {
                query: {
                    merged: string;
                    survivor: string;
                };
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
                            /** @description fields that both have and that differ: the survivor’s stays */
                            clashes: string[];
                            /** @description fields that the survivor lacks and gets; own fields as custom.KEY */
                            fills: string[];
                            /** @description phones, cards and ids that lead to the survivor from then on */
                            keys: number;
                            merged: {
                                address: string | null;
                                birthday: {
                                    calendar: "solar" | "lunar";
                                    day: number;
                                    leap: boolean;
                                    month: number;
                                    year: number | null;
                                } | null;
                                birthdayWords: {
                                    en: string;
                                    zh: string;
                                } | null;
                                country: string | null;
                                createdAt: string;
                                custom: {
                                    [key: string]: string | number | boolean | null;
                                };
                                customerId: string;
                                erasedAt: string | null;
                                gender: ("female" | "male" | "other") | null;
                                industry: string | null;
                                keys: {
                                    kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                                    masked: boolean;
                                    source: string;
                                    value: string;
                                }[];
                                kind: "consumer" | "intermediary" | "internal" | "public_interest";
                                name: string | null;
                                nextBirthday: string | null;
                                occupation: string | null;
                                region: string | null;
                                regionName: string | null;
                                source: string;
                                traits: {
                                    at: string;
                                    key: string;
                                    source: string;
                                    value: unknown;
                                }[];
                                updatedAt: string;
                                version: number;
                            };
                            survivor: {
                                address: string | null;
                                birthday: {
                                    calendar: "solar" | "lunar";
                                    day: number;
                                    leap: boolean;
                                    month: number;
                                    year: number | null;
                                } | null;
                                birthdayWords: {
                                    en: string;
                                    zh: string;
                                } | null;
                                country: string | null;
                                createdAt: string;
                                custom: {
                                    [key: string]: string | number | boolean | null;
                                };
                                customerId: string;
                                erasedAt: string | null;
                                gender: ("female" | "male" | "other") | null;
                                industry: string | null;
                                keys: {
                                    kind: "phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number";
                                    masked: boolean;
                                    source: string;
                                    value: string;
                                }[];
                                kind: "consumer" | "intermediary" | "internal" | "public_interest";
                                name: string | null;
                                nextBirthday: string | null;
                                occupation: string | null;
                                region: string | null;
                                regionName: string | null;
                                source: string;
                                traits: {
                                    at: string;
                                    key: string;
                                    source: string;
                                    value: unknown;
                                }[];
                                updatedAt: string;
                                version: number;
                            };
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
    "/api/record/merges/{mergeId}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Undo a merge: each has again what was theirs */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    mergeId: string;
                };
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
                            actor: string;
                            at: string;
                            canUndo: boolean;
                            filled: string[];
                            /** Format: uuid */
                            mergedId: string;
                            /** Format: uuid */
                            mergeId: string;
                            /** Format: uuid */
                            survivorId: string;
                            undoneAt: string | null;
                            undoneBy: string | null;
                            undoUntil: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/record/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Provinces, cities and districts with their division codes */
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
                                children: {
                                    children: {
                                        /** @description the division code, GB/T 2260 */
                                        code: string;
                                        name: string;
                                    }[];
                                    /** @description the division code, GB/T 2260 */
                                    code: string;
                                    name: string;
                                }[];
                                /** @description the division code, GB/T 2260 */
                                code: string;
                                name: string;
                            }[];
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
    "/api/record/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Find by name, pinyin, initials, phone (whole or tail), e-mail, card or platform id */
        get: {
            parameters: {
                query: {
                    limit?: number;
                    q: string;
                };
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
                                by: "name" | "pinyin" | "initials" | ("phone" | "unionid" | "openid" | "card" | "email" | "marketplace" | "number");
                                customerId: string;
                                kind: "consumer" | "intermediary" | "internal" | "public_interest";
                                name: string | null;
                                phone: string | null;
                                regionName: string | null;
                            }[];
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
    "/api/record/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How many customers there are */
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
                            byKind: {
                                [key: string]: number;
                            };
                            newIn30Days: number;
                            total: number;
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
    "/api/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Past returns with their consequences, newest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    customer?: string;
                    limit?: number;
                };
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
                                actor: string;
                                amountMinor: string;
                                at: string;
                                beyond: {
                                    amountMinor: string;
                                    product: string;
                                    quantity: string;
                                }[];
                                customerId: string | null;
                                customerName: string | null;
                                effects: {
                                    capability: string;
                                    code: string;
                                    detail: {
                                        [key: string]: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                number: string;
                                orderId: string;
                                recordedAt: string;
                                returnNumber: string;
                                returnOrderId: string;
                                source: string;
                                whole: boolean;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Take goods back, in part or whole, with every consequence */
        post: {
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
                        /** Format: date-time */
                        at?: string;
                        kind?: "return" | "cancellation";
                        /** @description What comes back of what is kept; all of it when left out */
                        lines?: {
                            /** @description What is paid back; left out: the part of what was paid */
                            amountMinor?: string;
                            lineNo: number;
                            quantity: string;
                        }[];
                        number: string;
                        /** @description The number of the return; the same again is the same return. Left out: the sale's number with -R1, -R2 … */
                        returnNumber?: string;
                        source: string;
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
                            actor: string;
                            amountMinor: string;
                            at: string;
                            beyond: {
                                amountMinor: string;
                                product: string;
                                quantity: string;
                            }[];
                            customerId: string | null;
                            customerName: string | null;
                            effects: {
                                capability: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            kept: {
                                amountMinor: string;
                                lineNo: number;
                                product: string;
                                quantity: string;
                            }[];
                            lines: {
                                amountMinor: string;
                                lineNo: number;
                                name: string | null;
                                product: string;
                                quantity: string;
                            }[];
                            number: string;
                            orderId: string;
                            recordedAt: string;
                            returnNumber: string;
                            returnOrderId: string;
                            source: string;
                            whole: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/returns/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a return would undo, by the same way as booking; nothing is kept */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: date-time */
                        at?: string;
                        kind?: "return" | "cancellation";
                        /** @description What comes back of what is kept; all of it when left out */
                        lines?: {
                            /** @description What is paid back; left out: the part of what was paid */
                            amountMinor?: string;
                            lineNo: number;
                            quantity: string;
                        }[];
                        number: string;
                        /** @description The number of the return; the same again is the same return. Left out: the sale's number with -R1, -R2 … */
                        returnNumber?: string;
                        source: string;
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
                            actor: string;
                            amountMinor: string;
                            at: string;
                            beyond: {
                                amountMinor: string;
                                product: string;
                                quantity: string;
                            }[];
                            customerId: string | null;
                            customerName: string | null;
                            effects: {
                                capability: string;
                                code: string;
                                detail: {
                                    [key: string]: string;
                                };
                                sentence: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            kept: {
                                amountMinor: string;
                                lineNo: number;
                                product: string;
                                quantity: string;
                            }[];
                            lines: {
                                amountMinor: string;
                                lineNo: number;
                                name: string | null;
                                product: string;
                                quantity: string;
                            }[];
                            number: string;
                            orderId: string;
                            recordedAt: string;
                            returnNumber: string;
                            returnOrderId: string;
                            source: string;
                            whole: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/returns/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The sales of a receipt number, line by line, with what is still kept */
        get: {
            parameters: {
                query: {
                    number: string;
                    source?: string;
                };
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
                                at: string;
                                currency: string;
                                customerId: string | null;
                                customerName: string | null;
                                lines: {
                                    amountMinor: string;
                                    keptMinor: string;
                                    keptQuantity: string;
                                    lineNo: number;
                                    name: string | null;
                                    product: string;
                                    quantity: string;
                                }[];
                                number: string;
                                source: string;
                                storeName: string | null;
                                totalMinor: string;
                            }[];
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
    "/api/rewards": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What is offered, what is left of it, what it cost in a year, and whether those who took it came back */
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
                            cards: {
                                debt: number;
                                /** Format: uuid */
                                definitionId: string;
                                fulls: number;
                                given: number;
                                members: number;
                            }[];
                            definitions: ({
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "reward";
                                parameters: {
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    form: "gift" | "service" | "voucher" | "donation";
                                    handover: "pick_up" | "at_once";
                                    limit: {
                                        count: number;
                                        per: "day" | "month" | "year" | "ever";
                                    } | null;
                                    /** @description ways to pay; none: it is only given, by a card, a gift or a level */
                                    options: {
                                        currency: string;
                                        /** @description ten-thousandths of the currency */
                                        moneyMinor: string;
                                        points: string;
                                    }[];
                                    /** @description no stock is kept, one for all stores, or one a store */
                                    stock: "none" | "whole" | "stores";
                                    /** @description ten-thousandths of the currency */
                                    valueMinor: string;
                                    voucherId: string | null;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "stamp_card";
                                parameters: {
                                    /** @description stamps beyond a full card: kept for the next, dropped, or there is no next */
                                    afterFull: "on" | "over" | "end";
                                    dayCap: number | null;
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    /** @description a stamp an order from an amount on, a stamp each so much money, or a stamp each so many pieces */
                                    gives: {
                                        /** @enum {string} */
                                        by: "order";
                                        /** @description ten-thousandths of the currency */
                                        fromMinor: string;
                                    } | {
                                        /** @enum {string} */
                                        by: "amount";
                                        eachMinor: string;
                                    } | {
                                        /** @enum {string} */
                                        by: "quantity";
                                        each: number;
                                    };
                                    /** Format: uuid */
                                    rewardId: string;
                                    scope: {
                                        categories: string[];
                                        products: string[];
                                    };
                                    size: number;
                                    ttlDays: number | null;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "offer";
                                parameters: {
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    groups: number | null;
                                    limit: {
                                        count: number;
                                        per: "day" | "month" | "year" | "ever";
                                    } | null;
                                    /** @description the lower goes first; a piece is in one offer only */
                                    rank: number;
                                    scope: {
                                        categories: string[];
                                        products: string[];
                                    };
                                    shape: {
                                        buy: number;
                                        get: number;
                                        /** @enum {string} */
                                        is: "buy_get";
                                    } | {
                                        /** @enum {string} */
                                        is: "nth";
                                        nth: number;
                                        permille: number;
                                    } | {
                                        /** @enum {string} */
                                        is: "steps";
                                        steps: {
                                            from: number;
                                            permille: number;
                                        }[];
                                    } | {
                                        days: number;
                                        /** @enum {string} */
                                        is: "frequency";
                                        kth: number;
                                        permille: number;
                                    };
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "gift";
                                parameters: {
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    limit: {
                                        count: number;
                                        per: "day" | "month" | "year" | "ever";
                                    } | null;
                                    occasion: {
                                        /** @description ten-thousandths of the currency */
                                        fromMinor: string;
                                        /** @enum {string} */
                                        on: "purchase";
                                        scope: {
                                            categories: string[];
                                            products: string[];
                                        };
                                    } | {
                                        afterDays: number;
                                        beforeDays: number;
                                        /** @enum {string} */
                                        on: "birthday";
                                    };
                                    /** Format: uuid */
                                    rewardId: string;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "trade_in";
                                parameters: {
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    grades: {
                                        creditMinor: string;
                                        grade: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    scope: {
                                        categories: string[];
                                        products: string[];
                                    };
                                    ttlDays: number | null;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "mileage";
                                parameters: {
                                    currency: string;
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    levels: {
                                        at: string;
                                        /** Format: uuid */
                                        rewardId: string;
                                    }[];
                                    scope: {
                                        categories: string[];
                                        products: string[];
                                    } | null;
                                    unit: {
                                        en: string;
                                        zh: string;
                                    };
                                    unitsEach: number;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "companion";
                                parameters: {
                                    benefit: {
                                        en: string;
                                        zh: string;
                                    };
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    isNamed: boolean;
                                    limit: {
                                        count: number;
                                        per: "day" | "month" | "year" | "ever";
                                    } | null;
                                    rewardId: string | null;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            })[];
                            figures: {
                                /** @description of those, the member bought again within these days */
                                cameBack: number;
                                open: number;
                                orders: number;
                                points: string;
                                remaining: number | null;
                                /** Format: uuid */
                                rewardId: string;
                                valueMinor: string;
                                /** @description orders whose days of watching are over */
                                watched: number;
                            }[];
                            open: number;
                            since: string;
                            stock: {
                                remaining: number;
                                /** Format: uuid */
                                rewardId: string;
                                storeId: string | null;
                            }[];
                            watchDays: number;
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
    "/api/rewards/definitions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /** Writes a reward, card, offer, gift, trade-in, mileage or companion benefit, or a new version of it */
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
                        active: boolean;
                        /** Format: uuid */
                        definitionId?: string;
                        /** @enum {string} */
                        kind: "reward";
                        parameters: {
                            eligibility: {
                                fields: {
                                    key: string;
                                    values: string[];
                                }[];
                                from: string | null;
                                newWithinDays: number | null;
                                to: string | null;
                                traits: {
                                    key: string;
                                    values: string[];
                                }[];
                            };
                            form: "gift" | "service" | "voucher" | "donation";
                            handover: "pick_up" | "at_once";
                            limit: {
                                count: number;
                                per: "day" | "month" | "year" | "ever";
                            } | null;
                            /** @description ways to pay; none: it is only given, by a card, a gift or a level */
                            options: {
                                currency: string;
                                /** @description ten-thousandths of the currency */
                                moneyMinor: string;
                                points: string;
                            }[];
                            /** @description no stock is kept, one for all stores, or one a store */
                            stock: "none" | "whole" | "stores";
                            /** @description ten-thousandths of the currency */
                            valueMinor: string;
                            voucherId: string | null;
                        };
                        title: {
                            en: string;
                            zh: string;
                        };
                        /** @description the version that was read; 0 for a new one */
                        version: number;
                    } | {
                        active: boolean;
                        /** Format: uuid */
                        definitionId?: string;
                        /** @enum {string} */
                        kind: "stamp_card";
                        parameters: {
                            /** @description stamps beyond a full card: kept for the next, dropped, or there is no next */
                            afterFull: "on" | "over" | "end";
                            dayCap: number | null;
                            eligibility: {
                                fields: {
                                    key: string;
                                    values: string[];
                                }[];
                                from: string | null;
                                newWithinDays: number | null;
                                to: string | null;
                                traits: {
                                    key: string;
                                    values: string[];
                                }[];
                            };
                            /** @description a stamp an order from an amount on, a stamp each so much money, or a stamp each so many pieces */
                            gives: {
                                /** @enum {string} */
                                by: "order";
                                /** @description ten-thousandths of the currency */
                                fromMinor: string;
                            } | {
                                /** @enum {string} */
                                by: "amount";
                                eachMinor: string;
                            } | {
                                /** @enum {string} */
                                by: "quantity";
                                each: number;
                            };
                            /** Format: uuid */
                            rewardId: string;
                            scope: {
                                categories: string[];
                                products: string[];
                            };
                            size: number;
                            ttlDays: number | null;
                        };
                        title: {
                            en: string;
                            zh: string;
                        };
                        /** @description the version that was read; 0 for a new one */
                        version: number;
                    } | {
                        active: boolean;
                        /** Format: uuid */
                        definitionId?: string;
                        /** @enum {string} */
                        kind: "offer";
                        parameters: {
                            eligibility: {
                                fields: {
                                    key: string;
                                    values: string[];
                                }[];
                                from: string | null;
                                newWithinDays: number | null;
                                to: string | null;
                                traits: {
                                    key: string;
                                    values: string[];
                                }[];
                            };
                            groups: number | null;
                            limit: {
                                count: number;
                                per: "day" | "month" | "year" | "ever";
                            } | null;
                            /** @description the lower goes first; a piece is in one offer only */
                            rank: number;
                            scope: {
                                categories: string[];
                                products: string[];
                            };
                            shape: {
                                buy: number;
                                get: number;
                                /** @enum {string} */
                                is: "buy_get";
                            } | {
                                /** @enum {string} */
                                is: "nth";
                                nth: number;
                                permille: number;
                            } | {
                                /** @enum {string} */
                                is: "steps";
                                steps: {
                                    from: number;
                                    permille: number;
                                }[];
                            } | {
                                days: number;
                                /** @enum {string} */
                                is: "frequency";
                                kth: number;
                                permille: number;
                            };
                        };
                        title: {
                            en: string;
                            zh: string;
                        };
                        /** @description the version that was read; 0 for a new one */
                        version: number;
                    } | {
                        active: boolean;
                        /** Format: uuid */
                        definitionId?: string;
                        /** @enum {string} */
                        kind: "gift";
                        parameters: {
                            eligibility: {
                                fields: {
                                    key: string;
                                    values: string[];
                                }[];
                                from: string | null;
                                newWithinDays: number | null;
                                to: string | null;
                                traits: {
                                    key: string;
                                    values: string[];
                                }[];
                            };
                            limit: {
                                count: number;
                                per: "day" | "month" | "year" | "ever";
                            } | null;
                            occasion: {
                                /** @description ten-thousandths of the currency */
                                fromMinor: string;
                                /** @enum {string} */
                                on: "purchase";
                                scope: {
                                    categories: string[];
                                    products: string[];
                                };
                            } | {
                                afterDays: number;
                                beforeDays: number;
                                /** @enum {string} */
                                on: "birthday";
                            };
                            /** Format: uuid */
                            rewardId: string;
                        };
                        title: {
                            en: string;
                            zh: string;
                        };
                        /** @description the version that was read; 0 for a new one */
                        version: number;
                    } | {
                        active: boolean;
                        /** Format: uuid */
                        definitionId?: string;
                        /** @enum {string} */
                        kind: "trade_in";
                        parameters: {
                            eligibility: {
                                fields: {
                                    key: string;
                                    values: string[];
                                }[];
                                from: string | null;
                                newWithinDays: number | null;
                                to: string | null;
                                traits: {
                                    key: string;
                                    values: string[];
                                }[];
                            };
                            grades: {
                                creditMinor: string;
                                grade: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            scope: {
                                categories: string[];
                                products: string[];
                            };
                            ttlDays: number | null;
                        };
                        title: {
                            en: string;
                            zh: string;
                        };
                        /** @description the version that was read; 0 for a new one */
                        version: number;
                    } | {
                        active: boolean;
                        /** Format: uuid */
                        definitionId?: string;
                        /** @enum {string} */
                        kind: "mileage";
                        parameters: {
                            currency: string;
                            eligibility: {
                                fields: {
                                    key: string;
                                    values: string[];
                                }[];
                                from: string | null;
                                newWithinDays: number | null;
                                to: string | null;
                                traits: {
                                    key: string;
                                    values: string[];
                                }[];
                            };
                            levels: {
                                at: string;
                                /** Format: uuid */
                                rewardId: string;
                            }[];
                            scope: {
                                categories: string[];
                                products: string[];
                            } | null;
                            unit: {
                                en: string;
                                zh: string;
                            };
                            unitsEach: number;
                        };
                        title: {
                            en: string;
                            zh: string;
                        };
                        /** @description the version that was read; 0 for a new one */
                        version: number;
                    } | {
                        active: boolean;
                        /** Format: uuid */
                        definitionId?: string;
                        /** @enum {string} */
                        kind: "companion";
                        parameters: {
                            benefit: {
                                en: string;
                                zh: string;
                            };
                            eligibility: {
                                fields: {
                                    key: string;
                                    values: string[];
                                }[];
                                from: string | null;
                                newWithinDays: number | null;
                                to: string | null;
                                traits: {
                                    key: string;
                                    values: string[];
                                }[];
                            };
                            isNamed: boolean;
                            limit: {
                                count: number;
                                per: "day" | "month" | "year" | "ever";
                            } | null;
                            rewardId: string | null;
                        };
                        title: {
                            en: string;
                            zh: string;
                        };
                        /** @description the version that was read; 0 for a new one */
                        version: number;
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
                            active: boolean;
                            /** Format: date-time */
                            at: string;
                            author: string;
                            /** Format: uuid */
                            definitionId: string;
                            /** @enum {string} */
                            kind: "reward";
                            parameters: {
                                eligibility: {
                                    fields: {
                                        key: string;
                                        values: string[];
                                    }[];
                                    from: string | null;
                                    newWithinDays: number | null;
                                    to: string | null;
                                    traits: {
                                        key: string;
                                        values: string[];
                                    }[];
                                };
                                form: "gift" | "service" | "voucher" | "donation";
                                handover: "pick_up" | "at_once";
                                limit: {
                                    count: number;
                                    per: "day" | "month" | "year" | "ever";
                                } | null;
                                /** @description ways to pay; none: it is only given, by a card, a gift or a level */
                                options: {
                                    currency: string;
                                    /** @description ten-thousandths of the currency */
                                    moneyMinor: string;
                                    points: string;
                                }[];
                                /** @description no stock is kept, one for all stores, or one a store */
                                stock: "none" | "whole" | "stores";
                                /** @description ten-thousandths of the currency */
                                valueMinor: string;
                                voucherId: string | null;
                            };
                            title: {
                                en: string;
                                zh: string;
                            };
                            version: number;
                        } | {
                            active: boolean;
                            /** Format: date-time */
                            at: string;
                            author: string;
                            /** Format: uuid */
                            definitionId: string;
                            /** @enum {string} */
                            kind: "stamp_card";
                            parameters: {
                                /** @description stamps beyond a full card: kept for the next, dropped, or there is no next */
                                afterFull: "on" | "over" | "end";
                                dayCap: number | null;
                                eligibility: {
                                    fields: {
                                        key: string;
                                        values: string[];
                                    }[];
                                    from: string | null;
                                    newWithinDays: number | null;
                                    to: string | null;
                                    traits: {
                                        key: string;
                                        values: string[];
                                    }[];
                                };
                                /** @description a stamp an order from an amount on, a stamp each so much money, or a stamp each so many pieces */
                                gives: {
                                    /** @enum {string} */
                                    by: "order";
                                    /** @description ten-thousandths of the currency */
                                    fromMinor: string;
                                } | {
                                    /** @enum {string} */
                                    by: "amount";
                                    eachMinor: string;
                                } | {
                                    /** @enum {string} */
                                    by: "quantity";
                                    each: number;
                                };
                                /** Format: uuid */
                                rewardId: string;
                                scope: {
                                    categories: string[];
                                    products: string[];
                                };
                                size: number;
                                ttlDays: number | null;
                            };
                            title: {
                                en: string;
                                zh: string;
                            };
                            version: number;
                        } | {
                            active: boolean;
                            /** Format: date-time */
                            at: string;
                            author: string;
                            /** Format: uuid */
                            definitionId: string;
                            /** @enum {string} */
                            kind: "offer";
                            parameters: {
                                eligibility: {
                                    fields: {
                                        key: string;
                                        values: string[];
                                    }[];
                                    from: string | null;
                                    newWithinDays: number | null;
                                    to: string | null;
                                    traits: {
                                        key: string;
                                        values: string[];
                                    }[];
                                };
                                groups: number | null;
                                limit: {
                                    count: number;
                                    per: "day" | "month" | "year" | "ever";
                                } | null;
                                /** @description the lower goes first; a piece is in one offer only */
                                rank: number;
                                scope: {
                                    categories: string[];
                                    products: string[];
                                };
                                shape: {
                                    buy: number;
                                    get: number;
                                    /** @enum {string} */
                                    is: "buy_get";
                                } | {
                                    /** @enum {string} */
                                    is: "nth";
                                    nth: number;
                                    permille: number;
                                } | {
                                    /** @enum {string} */
                                    is: "steps";
                                    steps: {
                                        from: number;
                                        permille: number;
                                    }[];
                                } | {
                                    days: number;
                                    /** @enum {string} */
                                    is: "frequency";
                                    kth: number;
                                    permille: number;
                                };
                            };
                            title: {
                                en: string;
                                zh: string;
                            };
                            version: number;
                        } | {
                            active: boolean;
                            /** Format: date-time */
                            at: string;
                            author: string;
                            /** Format: uuid */
                            definitionId: string;
                            /** @enum {string} */
                            kind: "gift";
                            parameters: {
                                eligibility: {
                                    fields: {
                                        key: string;
                                        values: string[];
                                    }[];
                                    from: string | null;
                                    newWithinDays: number | null;
                                    to: string | null;
                                    traits: {
                                        key: string;
                                        values: string[];
                                    }[];
                                };
                                limit: {
                                    count: number;
                                    per: "day" | "month" | "year" | "ever";
                                } | null;
                                occasion: {
                                    /** @description ten-thousandths of the currency */
                                    fromMinor: string;
                                    /** @enum {string} */
                                    on: "purchase";
                                    scope: {
                                        categories: string[];
                                        products: string[];
                                    };
                                } | {
                                    afterDays: number;
                                    beforeDays: number;
                                    /** @enum {string} */
                                    on: "birthday";
                                };
                                /** Format: uuid */
                                rewardId: string;
                            };
                            title: {
                                en: string;
                                zh: string;
                            };
                            version: number;
                        } | {
                            active: boolean;
                            /** Format: date-time */
                            at: string;
                            author: string;
                            /** Format: uuid */
                            definitionId: string;
                            /** @enum {string} */
                            kind: "trade_in";
                            parameters: {
                                eligibility: {
                                    fields: {
                                        key: string;
                                        values: string[];
                                    }[];
                                    from: string | null;
                                    newWithinDays: number | null;
                                    to: string | null;
                                    traits: {
                                        key: string;
                                        values: string[];
                                    }[];
                                };
                                grades: {
                                    creditMinor: string;
                                    grade: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                scope: {
                                    categories: string[];
                                    products: string[];
                                };
                                ttlDays: number | null;
                            };
                            title: {
                                en: string;
                                zh: string;
                            };
                            version: number;
                        } | {
                            active: boolean;
                            /** Format: date-time */
                            at: string;
                            author: string;
                            /** Format: uuid */
                            definitionId: string;
                            /** @enum {string} */
                            kind: "mileage";
                            parameters: {
                                currency: string;
                                eligibility: {
                                    fields: {
                                        key: string;
                                        values: string[];
                                    }[];
                                    from: string | null;
                                    newWithinDays: number | null;
                                    to: string | null;
                                    traits: {
                                        key: string;
                                        values: string[];
                                    }[];
                                };
                                levels: {
                                    at: string;
                                    /** Format: uuid */
                                    rewardId: string;
                                }[];
                                scope: {
                                    categories: string[];
                                    products: string[];
                                } | null;
                                unit: {
                                    en: string;
                                    zh: string;
                                };
                                unitsEach: number;
                            };
                            title: {
                                en: string;
                                zh: string;
                            };
                            version: number;
                        } | {
                            active: boolean;
                            /** Format: date-time */
                            at: string;
                            author: string;
                            /** Format: uuid */
                            definitionId: string;
                            /** @enum {string} */
                            kind: "companion";
                            parameters: {
                                benefit: {
                                    en: string;
                                    zh: string;
                                };
                                eligibility: {
                                    fields: {
                                        key: string;
                                        values: string[];
                                    }[];
                                    from: string | null;
                                    newWithinDays: number | null;
                                    to: string | null;
                                    traits: {
                                        key: string;
                                        values: string[];
                                    }[];
                                };
                                isNamed: boolean;
                                limit: {
                                    count: number;
                                    per: "day" | "month" | "year" | "ever";
                                } | null;
                                rewardId: string | null;
                            };
                            title: {
                                en: string;
                                zh: string;
                            };
                            version: number;
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
    "/api/rewards/definitions/{definitionId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** All versions of a definition, newest first */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    definitionId: string;
                };
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
                            items: ({
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "reward";
                                parameters: {
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    form: "gift" | "service" | "voucher" | "donation";
                                    handover: "pick_up" | "at_once";
                                    limit: {
                                        count: number;
                                        per: "day" | "month" | "year" | "ever";
                                    } | null;
                                    /** @description ways to pay; none: it is only given, by a card, a gift or a level */
                                    options: {
                                        currency: string;
                                        /** @description ten-thousandths of the currency */
                                        moneyMinor: string;
                                        points: string;
                                    }[];
                                    /** @description no stock is kept, one for all stores, or one a store */
                                    stock: "none" | "whole" | "stores";
                                    /** @description ten-thousandths of the currency */
                                    valueMinor: string;
                                    voucherId: string | null;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "stamp_card";
                                parameters: {
                                    /** @description stamps beyond a full card: kept for the next, dropped, or there is no next */
                                    afterFull: "on" | "over" | "end";
                                    dayCap: number | null;
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    /** @description a stamp an order from an amount on, a stamp each so much money, or a stamp each so many pieces */
                                    gives: {
                                        /** @enum {string} */
                                        by: "order";
                                        /** @description ten-thousandths of the currency */
                                        fromMinor: string;
                                    } | {
                                        /** @enum {string} */
                                        by: "amount";
                                        eachMinor: string;
                                    } | {
                                        /** @enum {string} */
                                        by: "quantity";
                                        each: number;
                                    };
                                    /** Format: uuid */
                                    rewardId: string;
                                    scope: {
                                        categories: string[];
                                        products: string[];
                                    };
                                    size: number;
                                    ttlDays: number | null;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "offer";
                                parameters: {
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    groups: number | null;
                                    limit: {
                                        count: number;
                                        per: "day" | "month" | "year" | "ever";
                                    } | null;
                                    /** @description the lower goes first; a piece is in one offer only */
                                    rank: number;
                                    scope: {
                                        categories: string[];
                                        products: string[];
                                    };
                                    shape: {
                                        buy: number;
                                        get: number;
                                        /** @enum {string} */
                                        is: "buy_get";
                                    } | {
                                        /** @enum {string} */
                                        is: "nth";
                                        nth: number;
                                        permille: number;
                                    } | {
                                        /** @enum {string} */
                                        is: "steps";
                                        steps: {
                                            from: number;
                                            permille: number;
                                        }[];
                                    } | {
                                        days: number;
                                        /** @enum {string} */
                                        is: "frequency";
                                        kth: number;
                                        permille: number;
                                    };
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "gift";
                                parameters: {
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    limit: {
                                        count: number;
                                        per: "day" | "month" | "year" | "ever";
                                    } | null;
                                    occasion: {
                                        /** @description ten-thousandths of the currency */
                                        fromMinor: string;
                                        /** @enum {string} */
                                        on: "purchase";
                                        scope: {
                                            categories: string[];
                                            products: string[];
                                        };
                                    } | {
                                        afterDays: number;
                                        beforeDays: number;
                                        /** @enum {string} */
                                        on: "birthday";
                                    };
                                    /** Format: uuid */
                                    rewardId: string;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "trade_in";
                                parameters: {
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    grades: {
                                        creditMinor: string;
                                        grade: {
                                            en: string;
                                            zh: string;
                                        };
                                    }[];
                                    scope: {
                                        categories: string[];
                                        products: string[];
                                    };
                                    ttlDays: number | null;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "mileage";
                                parameters: {
                                    currency: string;
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    levels: {
                                        at: string;
                                        /** Format: uuid */
                                        rewardId: string;
                                    }[];
                                    scope: {
                                        categories: string[];
                                        products: string[];
                                    } | null;
                                    unit: {
                                        en: string;
                                        zh: string;
                                    };
                                    unitsEach: number;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            } | {
                                active: boolean;
                                /** Format: date-time */
                                at: string;
                                author: string;
                                /** Format: uuid */
                                definitionId: string;
                                /** @enum {string} */
                                kind: "companion";
                                parameters: {
                                    benefit: {
                                        en: string;
                                        zh: string;
                                    };
                                    eligibility: {
                                        fields: {
                                            key: string;
                                            values: string[];
                                        }[];
                                        from: string | null;
                                        newWithinDays: number | null;
                                        to: string | null;
                                        traits: {
                                            key: string;
                                            values: string[];
                                        }[];
                                    };
                                    isNamed: boolean;
                                    limit: {
                                        count: number;
                                        per: "day" | "month" | "year" | "ever";
                                    } | null;
                                    rewardId: string | null;
                                };
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            })[];
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
    "/api/rewards/members/{customerId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What a member has here: stamp cards, orders to collect, and what the points of today would buy */
        get: {
            parameters: {
                query?: never;
                header?: never;
                path: {
                    customerId: string;
                };
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
                            cards: {
                                /** Format: uuid */
                                definitionId: string;
                                /** @description how many stamps end then */
                                ending: number;
                                endsOn: string | null;
                                filled: number;
                                has: number;
                                owed: number;
                                rewardTitle: {
                                    en: string;
                                    zh: string;
                                };
                                size: number;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            choices: {
                                because: ("entitled" | "limit" | "stock" | "points") | null;
                                currency: string;
                                missing: string;
                                moneyMinor: string;
                                option: number;
                                points: string;
                                remaining: number | null;
                                /** Format: uuid */
                                rewardId: string;
                                stores: boolean;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            orders: {
                                /** Format: date-time */
                                changedAt: string;
                                code: string;
                                currency: string | null;
                                /** Format: uuid */
                                customerId: string;
                                customerName: string | null;
                                moneyMinor: string;
                                note: string | null;
                                /** Format: uuid */
                                orderId: string;
                                origin: "redeemed" | "stamps" | "gift" | "mileage" | "companion";
                                /** @description handed over, and what it came with was returned: to be made up first */
                                owed: boolean;
                                /** Format: date-time */
                                placedAt: string;
                                points: string;
                                quantity: number;
                                /** Format: uuid */
                                rewardId: string;
                                state: "waiting" | "placed" | "ready" | "fulfilled" | "cancelled";
                                storeName: string | null;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            }[];
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
    "/api/rewards/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Reward orders, newest first; those still to be handed over, oldest first */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    code?: string;
                    customer?: string;
                    limit?: number;
                    /** @description only what is still to be handed over */
                    open?: boolean;
                    reward?: string;
                };
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
                                /** Format: date-time */
                                changedAt: string;
                                code: string;
                                currency: string | null;
                                /** Format: uuid */
                                customerId: string;
                                customerName: string | null;
                                moneyMinor: string;
                                note: string | null;
                                /** Format: uuid */
                                orderId: string;
                                origin: "redeemed" | "stamps" | "gift" | "mileage" | "companion";
                                /** @description handed over, and what it came with was returned: to be made up first */
                                owed: boolean;
                                /** Format: date-time */
                                placedAt: string;
                                points: string;
                                quantity: number;
                                /** Format: uuid */
                                rewardId: string;
                                state: "waiting" | "placed" | "ready" | "fulfilled" | "cancelled";
                                storeName: string | null;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                version: number;
                            }[];
                            next: string | null;
                        };
                    };
                };
            };
        };
        put?: never;
        /** Orders a reward: points, limit and stock together, or nothing */
        post: {
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
                        /** Format: uuid */
                        customerId: string;
                        /** @description which of the ways to pay */
                        option: number;
                        quantity?: number;
                        /** @description store, receipt, line: a till that asks again with a new key orders nothing twice */
                        receipt?: string;
                        /** Format: uuid */
                        rewardId: string;
                        storeId?: string | null;
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
                            /** Format: date-time */
                            changedAt: string;
                            code: string;
                            currency: string | null;
                            /** Format: uuid */
                            customerId: string;
                            customerName: string | null;
                            moneyMinor: string;
                            note: string | null;
                            /** Format: uuid */
                            orderId: string;
                            origin: "redeemed" | "stamps" | "gift" | "mileage" | "companion";
                            /** @description handed over, and what it came with was returned: to be made up first */
                            owed: boolean;
                            /** Format: date-time */
                            placedAt: string;
                            points: string;
                            quantity: number;
                            /** Format: uuid */
                            rewardId: string;
                            state: "waiting" | "placed" | "ready" | "fulfilled" | "cancelled";
                            storeName: string | null;
                            title: {
                                en: string;
                                zh: string;
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/orders/{orderId}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Ready to collect, handed over, or cancelled */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    orderId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        customerId: string;
                        do: "ready" | "fulfil" | "cancel";
                        /** @description to cancel what was handed over: the goods came back */
                        goodsBack?: boolean;
                        /** @description what was paid at the counter, where the reward costs money too */
                        moneyMinor?: string;
                        note?: string;
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
                            /** Format: date-time */
                            changedAt: string;
                            code: string;
                            currency: string | null;
                            /** Format: uuid */
                            customerId: string;
                            customerName: string | null;
                            moneyMinor: string;
                            note: string | null;
                            /** Format: uuid */
                            orderId: string;
                            origin: "redeemed" | "stamps" | "gift" | "mileage" | "companion";
                            /** @description handed over, and what it came with was returned: to be made up first */
                            owed: boolean;
                            /** Format: date-time */
                            placedAt: string;
                            points: string;
                            quantity: number;
                            /** Format: uuid */
                            rewardId: string;
                            state: "waiting" | "placed" | "ready" | "fulfilled" | "cancelled";
                            storeName: string | null;
                            title: {
                                en: string;
                                zh: string;
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rewards/stock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Goods that came in, or went out otherwise */
        post: {
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
                        /** @description how many came in, or below zero: went out */
                        change: number;
                        note?: string;
                        /** Format: uuid */
                        rewardId: string;
                        storeId?: string | null;
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
                            remaining: number;
                            /** Format: uuid */
                            rewardId: string;
                            storeId: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/rfm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Scores, segments and the recency × frequency picture */
        get: {
            parameters: {
                query?: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    category?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                            cells: {
                                averageMonetaryScore: number;
                                customers: number;
                                f: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                r: number;
                            }[];
                            measures: {
                                frequency: {
                                    /** @description customers with score 1 … 5 */
                                    counts: number[];
                                    edges: number[];
                                    /** @description the edges are the user’s own cut-offs */
                                    own: boolean;
                                };
                                monetary: {
                                    /** @description customers with score 1 … 5 */
                                    counts: number[];
                                    edges: number[];
                                    /** @description the edges are the user’s own cut-offs */
                                    own: boolean;
                                };
                                recency: {
                                    /** @description customers with score 1 … 5 */
                                    counts: number[];
                                    edges: number[];
                                    /** @description the edges are the user’s own cut-offs */
                                    own: boolean;
                                };
                            };
                            /** @description money in ten-thousandths of the currency’s main unit */
                            moneyMinor: string;
                            orders: number;
                            segments: {
                                advice: {
                                    en: string;
                                    zh: string;
                                };
                                averageRecencyDays: number;
                                customers: number;
                                id: "champions" | "potential_loyalist" | "loyal_customers" | "promising" | "new_customers" | "cannot_lose_them" | "at_risk" | "need_attention" | "about_to_sleep" | "lost" | "others";
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                moneyShare: number;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                orders: number;
                                share: number;
                            }[];
                            sentence: {
                                en: string;
                                zh: string;
                            };
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            /** @description share of the money brought by the top 20 % of customers */
                            topFifthMoneyShare: number;
                            triples: {
                                best: number;
                                used: number;
                                worst: number;
                            };
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
    "/api/rfm/customers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The customers behind a segment or a cell */
        get: {
            parameters: {
                query?: {
                    after?: string;
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    category?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    /** @description This customer only */
                    customer?: string;
                    f?: number;
                    limit?: number;
                    m?: number;
                    r?: number;
                    segment?: "champions" | "potential_loyalist" | "loyal_customers" | "promising" | "new_customers" | "cannot_lose_them" | "at_risk" | "need_attention" | "about_to_sleep" | "lost" | "others";
                    sort?: "money" | "recency" | "frequency" | "customer";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
                                customerId: string;
                                f: number;
                                frequency: number;
                                /** @description a local day of the business, YYYY-MM-DD */
                                lastDay: string;
                                m: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                name: string | null;
                                r: number;
                                recencyDays: number;
                                segment: "champions" | "potential_loyalist" | "loyal_customers" | "promising" | "new_customers" | "cannot_lose_them" | "at_risk" | "need_attention" | "about_to_sleep" | "lost" | "others";
                            }[];
                            next: string | null;
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
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
    "/api/rfm/customers/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The same customers, all of them, as CSV or XLSX */
        get: {
            parameters: {
                query: {
                    /** @description a local day of the business, YYYY-MM-DD */
                    asOf?: string;
                    category?: string;
                    /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                    cleaning?: "net" | "reference" | "gross";
                    /** @description This customer only */
                    customer?: string;
                    f?: number;
                    format: "csv" | "xlsx";
                    m?: number;
                    r?: number;
                    segment?: "champions" | "potential_loyalist" | "loyal_customers" | "promising" | "new_customers" | "cannot_lose_them" | "at_risk" | "need_attention" | "about_to_sleep" | "lost" | "others";
                    sort?: "money" | "recency" | "frequency" | "customer";
                    store?: string;
                    /** @description an older version of the definition */
                    version?: number;
                };
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
    "/api/rfm/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The same answer under parameters that nobody has published yet */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        parameters: {
                            [key: string]: unknown;
                        };
                        scope: {
                            /** @description a local day of the business, YYYY-MM-DD */
                            asOf?: string;
                            category?: string;
                            /** @description net: an order counts at its value after refunds, if positive · reference: only lines with quantity and amount above zero, returns ignored (the rule of published results) · gross: every sale as it stands, refunds ignored */
                            cleaning?: "net" | "reference" | "gross";
                            /** Format: uuid */
                            store?: string;
                            /** @description an older version of the definition */
                            version?: number;
                        };
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
                            cells: {
                                averageMonetaryScore: number;
                                customers: number;
                                f: number;
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                r: number;
                            }[];
                            measures: {
                                frequency: {
                                    /** @description customers with score 1 … 5 */
                                    counts: number[];
                                    edges: number[];
                                    /** @description the edges are the user’s own cut-offs */
                                    own: boolean;
                                };
                                monetary: {
                                    /** @description customers with score 1 … 5 */
                                    counts: number[];
                                    edges: number[];
                                    /** @description the edges are the user’s own cut-offs */
                                    own: boolean;
                                };
                                recency: {
                                    /** @description customers with score 1 … 5 */
                                    counts: number[];
                                    edges: number[];
                                    /** @description the edges are the user’s own cut-offs */
                                    own: boolean;
                                };
                            };
                            /** @description money in ten-thousandths of the currency’s main unit */
                            moneyMinor: string;
                            orders: number;
                            segments: {
                                advice: {
                                    en: string;
                                    zh: string;
                                };
                                averageRecencyDays: number;
                                customers: number;
                                id: "champions" | "potential_loyalist" | "loyal_customers" | "promising" | "new_customers" | "cannot_lose_them" | "at_risk" | "need_attention" | "about_to_sleep" | "lost" | "others";
                                /** @description money in ten-thousandths of the currency’s main unit */
                                moneyMinor: string;
                                moneyShare: number;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                orders: number;
                                share: number;
                            }[];
                            sentence: {
                                en: string;
                                zh: string;
                            };
                            stamp: {
                                /** @description a local day of the business, YYYY-MM-DD */
                                asOf: string;
                                asOfChosen: "given" | "today" | "after_last_order";
                                definition: {
                                    id: "rfm" | "lifecycle" | "cohorts" | "behaviour" | "forecast" | "prediction";
                                    overridden: string[];
                                    owner: string;
                                    parameters: {
                                        [key: string]: unknown;
                                    };
                                    version: number;
                                };
                                fresh: {
                                    engine: "duckdb" | "postgres";
                                    firstDay: string | null;
                                    lastDay: string | null;
                                    refreshedAt: string | null;
                                };
                                n: number;
                            };
                            /** @description share of the money brought by the top 20 % of customers */
                            topFifthMoneyShare: number;
                            triples: {
                                best: number;
                                used: number;
                                worst: number;
                            };
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/sample": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Load the made-up chain into a house that is still empty */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
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
                            /**
                             * Format: uuid
                             * @description The run that loads it: /api/jobs/:id, /api/jobs/:id/progress
                             */
                            runId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/grants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Give a tier by hand, for life or to a day, with the reason */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path?: never;
                cookie?: never;
            };
            /** @description until null: for life */
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        customerId: string;
                        /** @description why: it stands with the grant */
                        note: string;
                        tier: string;
                        until: string | null;
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
                            benefits: {
                                birthdayGift: {
                                    en: string;
                                    zh: string;
                                } | null;
                                freeDeliveryFromMinor: string | null;
                                /** @description invitations to events a year */
                                invitations: number;
                                more: {
                                    en: string;
                                    zh: string;
                                }[];
                                /** @description 1000: points as the earning rules say; 1500: one and a half times */
                                ratePermille: number;
                                service: "standard" | "priority" | "personal";
                                /** @description months of warranty beyond the usual */
                                warrantyMonths: number;
                            };
                            graceUntil: string | null;
                            grants: {
                                actor: string;
                                /** Format: date-time */
                                begins: string;
                                /** Format: uuid */
                                grantId: string;
                                note: string;
                                tier: string;
                                until: string | null;
                                withdrawnAt: string | null;
                            }[];
                            name: {
                                en: string;
                                zh: string;
                            };
                            policyVersion: number;
                            progress: {
                                keep: {
                                    by: string | null;
                                    daysLeft: number | null;
                                    isMet: boolean;
                                    missing: {
                                        amount: string;
                                        measure: "spend" | "orders" | "growth";
                                    }[];
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    tier: string;
                                } | null;
                                next: {
                                    by: string | null;
                                    daysLeft: number | null;
                                    isMet: boolean;
                                    missing: {
                                        amount: string;
                                        measure: "spend" | "orders" | "growth";
                                    }[];
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    tier: string;
                                } | null;
                            };
                            rank: number;
                            since: string;
                            spells: {
                                /** Format: date-time */
                                begins: string;
                                ends: string | null;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                policyVersion: number;
                                reason: "joined" | "upgraded" | "kept" | "expired" | "returned" | "policy" | "granted" | "grant_ended";
                                tier: string;
                                until: string | null;
                            }[];
                            tier: string;
                            until: string | null;
                            withdrawsOn: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/grants/{grantId}/withdraw": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take back a tier given by hand */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    grantId: string;
                };
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        /** Format: uuid */
                        customerId: string;
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
                            benefits: {
                                birthdayGift: {
                                    en: string;
                                    zh: string;
                                } | null;
                                freeDeliveryFromMinor: string | null;
                                /** @description invitations to events a year */
                                invitations: number;
                                more: {
                                    en: string;
                                    zh: string;
                                }[];
                                /** @description 1000: points as the earning rules say; 1500: one and a half times */
                                ratePermille: number;
                                service: "standard" | "priority" | "personal";
                                /** @description months of warranty beyond the usual */
                                warrantyMonths: number;
                            };
                            graceUntil: string | null;
                            grants: {
                                actor: string;
                                /** Format: date-time */
                                begins: string;
                                /** Format: uuid */
                                grantId: string;
                                note: string;
                                tier: string;
                                until: string | null;
                                withdrawnAt: string | null;
                            }[];
                            name: {
                                en: string;
                                zh: string;
                            };
                            policyVersion: number;
                            progress: {
                                keep: {
                                    by: string | null;
                                    daysLeft: number | null;
                                    isMet: boolean;
                                    missing: {
                                        amount: string;
                                        measure: "spend" | "orders" | "growth";
                                    }[];
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    tier: string;
                                } | null;
                                next: {
                                    by: string | null;
                                    daysLeft: number | null;
                                    isMet: boolean;
                                    missing: {
                                        amount: string;
                                        measure: "spend" | "orders" | "growth";
                                    }[];
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    tier: string;
                                } | null;
                            };
                            rank: number;
                            since: string;
                            spells: {
                                /** Format: date-time */
                                begins: string;
                                ends: string | null;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                policyVersion: number;
                                reason: "joined" | "upgraded" | "kept" | "expired" | "returned" | "policy" | "granted" | "grant_ended";
                                tier: string;
                                until: string | null;
                            }[];
                            tier: string;
                            until: string | null;
                            withdrawsOn: string | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tiers/member": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** Where a member stands: tier, since when and until when, what is missing, what it brings, and how they came there */
        get: {
            parameters: {
                query: {
                    customer: string;
                };
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
                            benefits: {
                                birthdayGift: {
                                    en: string;
                                    zh: string;
                                } | null;
                                freeDeliveryFromMinor: string | null;
                                /** @description invitations to events a year */
                                invitations: number;
                                more: {
                                    en: string;
                                    zh: string;
                                }[];
                                /** @description 1000: points as the earning rules say; 1500: one and a half times */
                                ratePermille: number;
                                service: "standard" | "priority" | "personal";
                                /** @description months of warranty beyond the usual */
                                warrantyMonths: number;
                            };
                            graceUntil: string | null;
                            grants: {
                                actor: string;
                                /** Format: date-time */
                                begins: string;
                                /** Format: uuid */
                                grantId: string;
                                note: string;
                                tier: string;
                                until: string | null;
                                withdrawnAt: string | null;
                            }[];
                            name: {
                                en: string;
                                zh: string;
                            };
                            policyVersion: number;
                            progress: {
                                keep: {
                                    by: string | null;
                                    daysLeft: number | null;
                                    isMet: boolean;
                                    missing: {
                                        amount: string;
                                        measure: "spend" | "orders" | "growth";
                                    }[];
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    tier: string;
                                } | null;
                                next: {
                                    by: string | null;
                                    daysLeft: number | null;
                                    isMet: boolean;
                                    missing: {
                                        amount: string;
                                        measure: "spend" | "orders" | "growth";
                                    }[];
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                    tier: string;
                                } | null;
                            };
                            rank: number;
                            since: string;
                            spells: {
                                /** Format: date-time */
                                begins: string;
                                ends: string | null;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                policyVersion: number;
                                reason: "joined" | "upgraded" | "kept" | "expired" | "returned" | "policy" | "granted" | "grant_ended";
                                tier: string;
                                until: string | null;
                            }[];
                            tier: string;
                            until: string | null;
                            withdrawsOn: string | null;
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
    "/api/tiers/policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The ladder: every version, and which is in force */
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
                            inForce: number;
                            items: {
                                /** Format: date-time */
                                at: string;
                                author: string;
                                note: string;
                                parameters: {
                                    downgrade: "step" | "earned";
                                    expiry: {
                                        anchor: "tier" | "join" | "calendar" | "cycle";
                                        from: string | null;
                                        graceDays: number;
                                        /** @description a term is at least so long; its end then waits for the next anchor */
                                        leastMonths: number;
                                        months: number;
                                    };
                                    growthCurrency: string;
                                    /** @description whether a return takes back a tier that what was kept does not earn, or the term goes on to its end */
                                    onReturn: "withdraw" | "term_end";
                                    protection: {
                                        afterReturnDays: number;
                                        afterUpgradeDays: number;
                                    };
                                    tiers: {
                                        benefits: {
                                            birthdayGift: {
                                                en: string;
                                                zh: string;
                                            } | null;
                                            freeDeliveryFromMinor: string | null;
                                            /** @description invitations to events a year */
                                            invitations: number;
                                            more: {
                                                en: string;
                                                zh: string;
                                            }[];
                                            /** @description 1000: points as the earning rules say; 1500: one and a half times */
                                            ratePermille: number;
                                            service: "standard" | "priority" | "personal";
                                            /** @description months of warranty beyond the usual */
                                            warrantyMonths: number;
                                        };
                                        id: string;
                                        keep: {
                                            anyOf: {
                                                allOf: {
                                                    /** @description spend in ten-thousandths of the currency; orders and growth value as they are */
                                                    atLeast: string;
                                                    measure: "spend" | "orders" | "growth";
                                                    window: {
                                                        /** @enum {string} */
                                                        kind: "rolling";
                                                        months: number;
                                                    } | {
                                                        /** @enum {string} */
                                                        kind: "calendar";
                                                    } | {
                                                        /** @enum {string} */
                                                        kind: "term";
                                                    } | {
                                                        /** @enum {string} */
                                                        kind: "tier";
                                                        months: number;
                                                    } | {
                                                        /** @enum {string} */
                                                        kind: "join";
                                                        months: number;
                                                    } | {
                                                        from: string;
                                                        /** @enum {string} */
                                                        kind: "cycle";
                                                        months: number;
                                                    } | {
                                                        /** @enum {string} */
                                                        kind: "ever";
                                                    };
                                                }[];
                                            }[];
                                        } | null;
                                        name: {
                                            en: string;
                                            zh: string;
                                        };
                                        upgrade: {
                                            anyOf: {
                                                allOf: {
                                                    /** @description spend in ten-thousandths of the currency; orders and growth value as they are */
                                                    atLeast: string;
                                                    measure: "spend" | "orders" | "growth";
                                                    window: {
                                                        /** @enum {string} */
                                                        kind: "rolling";
                                                        months: number;
                                                    } | {
                                                        /** @enum {string} */
                                                        kind: "calendar";
                                                    } | {
                                                        /** @enum {string} */
                                                        kind: "term";
                                                    } | {
                                                        /** @enum {string} */
                                                        kind: "tier";
                                                        months: number;
                                                    } | {
                                                        /** @enum {string} */
                                                        kind: "join";
                                                        months: number;
                                                    } | {
                                                        from: string;
                                                        /** @enum {string} */
                                                        kind: "cycle";
                                                        months: number;
                                                    } | {
                                                        /** @enum {string} */
                                                        kind: "ever";
                                                    };
                                                }[];
                                            }[];
                                        } | null;
                                    }[];
                                };
                                /** Format: date-time */
                                validFrom: string;
                                version: number;
                                withdrawnAt: string | null;
                            }[];
                            newest: number;
                        };
                    };
                };
            };
        };
        /** A new version of the ladder, from now or from an instant to come; nobody falls by it before their term is over */
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
                        note?: string;
                        parameters: {
                            downgrade: "step" | "earned";
                            expiry: {
                                anchor: "tier" | "join" | "calendar" | "cycle";
                                from: string | null;
                                graceDays: number;
                                /** @description a term is at least so long; its end then waits for the next anchor */
                                leastMonths: number;
                                months: number;
                            };
                            growthCurrency: string;
                            /** @description whether a return takes back a tier that what was kept does not earn, or the term goes on to its end */
                            onReturn: "withdraw" | "term_end";
                            protection: {
                                afterReturnDays: number;
                                afterUpgradeDays: number;
                            };
                            tiers: {
                                benefits: {
                                    birthdayGift: {
                                        en: string;
                                        zh: string;
                                    } | null;
                                    freeDeliveryFromMinor: string | null;
                                    /** @description invitations to events a year */
                                    invitations: number;
                                    more: {
                                        en: string;
                                        zh: string;
                                    }[];
                                    /** @description 1000: points as the earning rules say; 1500: one and a half times */
                                    ratePermille: number;
                                    service: "standard" | "priority" | "personal";
                                    /** @description months of warranty beyond the usual */
                                    warrantyMonths: number;
                                };
                                id: string;
                                keep: {
                                    anyOf: {
                                        allOf: {
                                            /** @description spend in ten-thousandths of the currency; orders and growth value as they are */
                                            atLeast: string;
                                            measure: "spend" | "orders" | "growth";
                                            window: {
                                                /** @enum {string} */
                                                kind: "rolling";
                                                months: number;
                                            } | {
                                                /** @enum {string} */
                                                kind: "calendar";
                                            } | {
                                                /** @enum {string} */
                                                kind: "term";
                                            } | {
                                                /** @enum {string} */
                                                kind: "tier";
                                                months: number;
                                            } | {
                                                /** @enum {string} */
                                                kind: "join";
                                                months: number;
                                            } | {
                                                from: string;
                                                /** @enum {string} */
                                                kind: "cycle";
                                                months: number;
                                            } | {
                                                /** @enum {string} */
                                                kind: "ever";
                                            };
                                        }[];
                                    }[];
                                } | null;
                                name: {
                                    en: string;
                                    zh: string;
                                };
                                upgrade: {
                                    anyOf: {
                                        allOf: {
                                            /** @description spend in ten-thousandths of the currency; orders and growth value as they are */
                                            atLeast: string;
                                            measure: "spend" | "orders" | "growth";
                                            window: {
                                                /** @enum {string} */
                                                kind: "rolling";
                                                months: number;
                                            } | {
                                                /** @enum {string} */
                                                kind: "calendar";
                                            } | {
                                                /** @enum {string} */
                                                kind: "term";
                                            } | {
                                                /** @enum {string} */
                                                kind: "tier";
                                                months: number;
                                            } | {
                                                /** @enum {string} */
                                                kind: "join";
                                                months: number;
                                            } | {
                                                from: string;
                                                /** @enum {string} */
                                                kind: "cycle";
                                                months: number;
                                            } | {
                                                /** @enum {string} */
                                                kind: "ever";
                                            };
                                        }[];
                                    }[];
                                } | null;
                            }[];
                        };
                        /** Format: date-time */
                        validFrom?: string;
                        /** @description the newest version that was read */
                        version: number;
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
                            /** Format: date-time */
                            at: string;
                            author: string;
                            note: string;
                            parameters: {
                                downgrade: "step" | "earned";
                                expiry: {
                                    anchor: "tier" | "join" | "calendar" | "cycle";
                                    from: string | null;
                                    graceDays: number;
                                    /** @description a term is at least so long; its end then waits for the next anchor */
                                    leastMonths: number;
                                    months: number;
                                };
                                growthCurrency: string;
                                /** @description whether a return takes back a tier that what was kept does not earn, or the term goes on to its end */
                                onReturn: "withdraw" | "term_end";
                                protection: {
                                    afterReturnDays: number;
                                    afterUpgradeDays: number;
                                };
                                tiers: {
                                    benefits: {
                                        birthdayGift: {
                                            en: string;
                                            zh: string;
                                        } | null;
                                        freeDeliveryFromMinor: string | null;
                                        /** @description invitations to events a year */
                                        invitations: number;
                                        more: {
                                            en: string;
                                            zh: string;
                                        }[];
                                        /** @description 1000: points as the earning rules say; 1500: one and a half times */
                                        ratePermille: number;
                                        service: "standard" | "priority" | "personal";
                                        /** @description months of warranty beyond the usual */
                                        warrantyMonths: number;
                                    };
                                    id: string;
                                    keep: {
                                        anyOf: {
                                            allOf: {
                                                /** @description spend in ten-thousandths of the currency; orders and growth value as they are */
                                                atLeast: string;
                                                measure: "spend" | "orders" | "growth";
                                                window: {
                                                    /** @enum {string} */
                                                    kind: "rolling";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "calendar";
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "term";
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "tier";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "join";
                                                    months: number;
                                                } | {
                                                    from: string;
                                                    /** @enum {string} */
                                                    kind: "cycle";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "ever";
                                                };
                                            }[];
                                        }[];
                                    } | null;
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    upgrade: {
                                        anyOf: {
                                            allOf: {
                                                /** @description spend in ten-thousandths of the currency; orders and growth value as they are */
                                                atLeast: string;
                                                measure: "spend" | "orders" | "growth";
                                                window: {
                                                    /** @enum {string} */
                                                    kind: "rolling";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "calendar";
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "term";
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "tier";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "join";
                                                    months: number;
                                                } | {
                                                    from: string;
                                                    /** @enum {string} */
                                                    kind: "cycle";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "ever";
                                                };
                                            }[];
                                        }[];
                                    } | null;
                                }[];
                            };
                            /** Format: date-time */
                            validFrom: string;
                            version: number;
                            withdrawnAt: string | null;
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
    "/api/tiers/policy/{version}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /** Take back a version that has not begun */
        delete: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
                path: {
                    version: number;
                };
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
                            /** Format: date-time */
                            at: string;
                            author: string;
                            note: string;
                            parameters: {
                                downgrade: "step" | "earned";
                                expiry: {
                                    anchor: "tier" | "join" | "calendar" | "cycle";
                                    from: string | null;
                                    graceDays: number;
                                    /** @description a term is at least so long; its end then waits for the next anchor */
                                    leastMonths: number;
                                    months: number;
                                };
                                growthCurrency: string;
                                /** @description whether a return takes back a tier that what was kept does not earn, or the term goes on to its end */
                                onReturn: "withdraw" | "term_end";
                                protection: {
                                    afterReturnDays: number;
                                    afterUpgradeDays: number;
                                };
                                tiers: {
                                    benefits: {
                                        birthdayGift: {
                                            en: string;
                                            zh: string;
                                        } | null;
                                        freeDeliveryFromMinor: string | null;
                                        /** @description invitations to events a year */
                                        invitations: number;
                                        more: {
                                            en: string;
                                            zh: string;
                                        }[];
                                        /** @description 1000: points as the earning rules say; 1500: one and a half times */
                                        ratePermille: number;
                                        service: "standard" | "priority" | "personal";
                                        /** @description months of warranty beyond the usual */
                                        warrantyMonths: number;
                                    };
                                    id: string;
                                    keep: {
                                        anyOf: {
                                            allOf: {
                                                /** @description spend in ten-thousandths of the currency; orders and growth value as they are */
                                                atLeast: string;
                                                measure: "spend" | "orders" | "growth";
                                                window: {
                                                    /** @enum {string} */
                                                    kind: "rolling";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "calendar";
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "term";
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "tier";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "join";
                                                    months: number;
                                                } | {
                                                    from: string;
                                                    /** @enum {string} */
                                                    kind: "cycle";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "ever";
                                                };
                                            }[];
                                        }[];
                                    } | null;
                                    name: {
                                        en: string;
                                        zh: string;
                                    };
                                    upgrade: {
                                        anyOf: {
                                            allOf: {
                                                /** @description spend in ten-thousandths of the currency; orders and growth value as they are */
                                                atLeast: string;
                                                measure: "spend" | "orders" | "growth";
                                                window: {
                                                    /** @enum {string} */
                                                    kind: "rolling";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "calendar";
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "term";
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "tier";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "join";
                                                    months: number;
                                                } | {
                                                    from: string;
                                                    /** @enum {string} */
                                                    kind: "cycle";
                                                    months: number;
                                                } | {
                                                    /** @enum {string} */
                                                    kind: "ever";
                                                };
                                            }[];
                                        }[];
                                    } | null;
                                }[];
                            };
                            /** Format: date-time */
                            validFrom: string;
                            version: number;
                            withdrawnAt: string | null;
                        };
                    };
                };
            };
        };
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tills/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What was answered for a receipt: for a till whose answer was lost */
        get: {
            parameters: {
                query: {
                    kind?: "sale" | "void";
                    receipt: string;
                    source?: string;
                    store?: string;
                };
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
                            kind: string;
                            receipt: string;
                            sold: {
                                at: string;
                                available: string | null;
                                customerId: string | null;
                                earned: {
                                    amount: string;
                                    currency: string;
                                }[];
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                grossMinor: string;
                                name: string | null;
                                number: string;
                                /** Format: uuid */
                                orderId: string;
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                payMinor: string;
                                progress: {
                                    en: string;
                                    zh: string;
                                } | null;
                                receipt: string;
                                recordedAt: string;
                                reductions: {
                                    /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                    amountMinor: string;
                                    code: string;
                                    kind: "offer" | "voucher" | "points";
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                source: string;
                                tier: string | null;
                                tillAt: string;
                                used: string;
                            } | null;
                            undone: {
                                effects: {
                                    capability: string;
                                    code: string;
                                    detail: {
                                        [key: string]: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                moneyMinor: string;
                                number: string;
                                returnNumber: string;
                            } | null;
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
    "/api/tills/codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A code for a member to show at a till: signed, good for 90 seconds and once */
        post: {
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
                        /** Format: uuid */
                        customerId: string;
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
                            expiresAt: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tills/members": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Who stands at the till: by phone, card, the tail of either, or the code that the member shows, which is good once */
        post: {
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
                        /** @description a phone, a card, the tail of either, or the code that the member shows */
                        text: string;
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
                            items: {
                                available: string;
                                by: string;
                                /** Format: uuid */
                                customerId: string;
                                debt: string;
                                /** @description shown by the member's own code: no need to ask */
                                isSure: boolean;
                                key: string;
                                name: string | null;
                                tier: {
                                    tier: string;
                                    until: string | null;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tills/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** What a basket comes to: what comes off, what points may pay, what it earns */
        post: {
            parameters: {
                query?: never;
                header?: never;
                path?: never;
                cookie?: never;
            };
            requestBody: {
                content: {
                    "application/json": {
                        channel?: string | null;
                        customerId?: string | null;
                        /** @description as rung up, before points and vouchers */
                        lines: {
                            /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                            amountMinor: string;
                            category?: string | null;
                            costMinor?: string | null;
                            name?: string | null;
                            product: string;
                            quantity: string;
                        }[];
                        /** @description points to pay with */
                        points?: string;
                        source?: string;
                        store?: string | null;
                        till?: string | null;
                        /** @description codes of vouchers to use */
                        vouchers?: string[];
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
                            earns: {
                                amount: string;
                                currency: string;
                            }[];
                            /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                            grossMinor: string;
                            /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                            payMinor: string;
                            points: {
                                available: string;
                                because: string | null;
                                least: string;
                                most: string;
                                step: string;
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                stepMinor: string;
                                used: string;
                            };
                            reductions: {
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                amountMinor: string;
                                code: string;
                                kind: "offer" | "voucher" | "points";
                                title: {
                                    en: string;
                                    zh: string;
                                };
                            }[];
                            settingVersion: number;
                            vouchers: {
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                amountMinor: string;
                                code: string;
                                isUsed: boolean;
                                title: {
                                    en: string;
                                    zh: string;
                                };
                                why: {
                                    en: string;
                                    zh: string;
                                } | null;
                            }[];
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tills/returns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take goods of a receipt back, in part or whole, with every consequence */
        post: {
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
                        /** Format: date-time */
                        at: string;
                        lines?: {
                            lineNo: number;
                            quantity: string;
                        }[];
                        preview?: boolean;
                        receipt: string;
                        /** @description the till's number of this return */
                        returnReceipt: string;
                        source?: string;
                        store?: string | null;
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
                            kind: string;
                            receipt: string;
                            sold: {
                                at: string;
                                available: string | null;
                                customerId: string | null;
                                earned: {
                                    amount: string;
                                    currency: string;
                                }[];
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                grossMinor: string;
                                name: string | null;
                                number: string;
                                /** Format: uuid */
                                orderId: string;
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                payMinor: string;
                                progress: {
                                    en: string;
                                    zh: string;
                                } | null;
                                receipt: string;
                                recordedAt: string;
                                reductions: {
                                    /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                    amountMinor: string;
                                    code: string;
                                    kind: "offer" | "voucher" | "points";
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                source: string;
                                tier: string | null;
                                tillAt: string;
                                used: string;
                            } | null;
                            undone: {
                                effects: {
                                    capability: string;
                                    code: string;
                                    detail: {
                                        [key: string]: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                moneyMinor: string;
                                number: string;
                                returnNumber: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tills/sales": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Sell: points, order and all that follows in one transaction; the same receipt again gets the same answer, whatever its key */
        post: {
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
                        /**
                         * Format: date-time
                         * @description what the till's clock says
                         */
                        at: string;
                        channel?: string | null;
                        customerId?: string | null;
                        /** @description what the clerk was shown; another amount is refused */
                        expectMinor?: string;
                        /** @description as rung up, before points and vouchers */
                        lines: {
                            /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                            amountMinor: string;
                            category?: string | null;
                            costMinor?: string | null;
                            name?: string | null;
                            product: string;
                            quantity: string;
                        }[];
                        /** @description points to pay with */
                        points?: string;
                        /** @description the till's own number; with the store it is one sale, whatever keys it is sent with */
                        receipt: string;
                        source?: string;
                        store?: string | null;
                        till?: string | null;
                        /** @description codes of vouchers to use */
                        vouchers?: string[];
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
                            kind: string;
                            receipt: string;
                            sold: {
                                at: string;
                                available: string | null;
                                customerId: string | null;
                                earned: {
                                    amount: string;
                                    currency: string;
                                }[];
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                grossMinor: string;
                                name: string | null;
                                number: string;
                                /** Format: uuid */
                                orderId: string;
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                payMinor: string;
                                progress: {
                                    en: string;
                                    zh: string;
                                } | null;
                                receipt: string;
                                recordedAt: string;
                                reductions: {
                                    /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                    amountMinor: string;
                                    code: string;
                                    kind: "offer" | "voucher" | "points";
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                source: string;
                                tier: string | null;
                                tillAt: string;
                                used: string;
                            } | null;
                            undone: {
                                effects: {
                                    capability: string;
                                    code: string;
                                    detail: {
                                        [key: string]: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                moneyMinor: string;
                                number: string;
                                returnNumber: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tills/setting": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** What points are worth at a till, and within which bounds */
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
                            at: string;
                            author: string;
                            parameters: {
                                /** @description how far a till's clock may be off */
                                clockMinutes: number;
                                /** @description the points that pay */
                                currency: string;
                                least: string;
                                /** @description what so many points are worth; 0: points pay nothing */
                                moneyMinor: string;
                                most: string | null;
                                offline: {
                                    hours: number;
                                    /** @description who bears it: the member owes it, or the store */
                                    overspend: "debt" | "store";
                                    perMember: string;
                                    /** @description the most that all tills without network may overspend together; 0: none may work without network */
                                    worstPoints: string;
                                };
                                points: string;
                                /** @description the part of a basket that points may pay */
                                sharePermille: number;
                                step: string;
                            };
                            version: number;
                        };
                    };
                };
            };
        };
        /** A new version of it; sales keep the one they were quoted under */
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
                        parameters: {
                            /** @description how far a till's clock may be off */
                            clockMinutes: number;
                            /** @description the points that pay */
                            currency: string;
                            least: string;
                            /** @description what so many points are worth; 0: points pay nothing */
                            moneyMinor: string;
                            most: string | null;
                            offline: {
                                hours: number;
                                /** @description who bears it: the member owes it, or the store */
                                overspend: "debt" | "store";
                                perMember: string;
                                /** @description the most that all tills without network may overspend together; 0: none may work without network */
                                worstPoints: string;
                            };
                            points: string;
                            /** @description the part of a basket that points may pay */
                            sharePermille: number;
                            step: string;
                        };
                        /** @description the version that was read */
                        version: number;
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
                            at: string;
                            author: string;
                            parameters: {
                                /** @description how far a till's clock may be off */
                                clockMinutes: number;
                                /** @description the points that pay */
                                currency: string;
                                least: string;
                                /** @description what so many points are worth; 0: points pay nothing */
                                moneyMinor: string;
                                most: string | null;
                                offline: {
                                    hours: number;
                                    /** @description who bears it: the member owes it, or the store */
                                    overspend: "debt" | "store";
                                    perMember: string;
                                    /** @description the most that all tills without network may overspend together; 0: none may work without network */
                                    worstPoints: string;
                                };
                                points: string;
                                /** @description the part of a basket that points may pay */
                                sharePermille: number;
                                step: string;
                            };
                            version: number;
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
    "/api/tills/settlements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Settle a store's day: from now on its sales come back as returns, never as voids */
        post: {
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
                        day: string;
                        store: string;
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
                            settled: boolean;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/tills/voids": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Void a sale on its own day, before the store's day is settled */
        post: {
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
                        /** Format: date-time */
                        at: string;
                        receipt: string;
                        source?: string;
                        store?: string | null;
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
                            kind: string;
                            receipt: string;
                            sold: {
                                at: string;
                                available: string | null;
                                customerId: string | null;
                                earned: {
                                    amount: string;
                                    currency: string;
                                }[];
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                grossMinor: string;
                                name: string | null;
                                number: string;
                                /** Format: uuid */
                                orderId: string;
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                payMinor: string;
                                progress: {
                                    en: string;
                                    zh: string;
                                } | null;
                                receipt: string;
                                recordedAt: string;
                                reductions: {
                                    /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                    amountMinor: string;
                                    code: string;
                                    kind: "offer" | "voucher" | "points";
                                    title: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                source: string;
                                tier: string | null;
                                tillAt: string;
                                used: string;
                            } | null;
                            undone: {
                                effects: {
                                    capability: string;
                                    code: string;
                                    detail: {
                                        [key: string]: string;
                                    };
                                    sentence: {
                                        en: string;
                                        zh: string;
                                    };
                                }[];
                                /** @description Ten-thousandths of the currency: 1280000 is 128.00 */
                                moneyMinor: string;
                                number: string;
                                returnNumber: string;
                            } | null;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** How full and how fresh the warehouse is */
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
                            /** @description customers with at least one qualifying order */
                            buyers: number;
                            categories: string[];
                            customers: number;
                            engine: "duckdb" | "postgres";
                            firstDay: string | null;
                            lastDay: string | null;
                            lastRefresh: null | {
                                customers: number;
                                milliseconds: number;
                                orders: number;
                            };
                            lines: number;
                            orders: number;
                            rebuiltAt: string | null;
                            refreshedAt: string | null;
                            state: "empty" | "ready" | "rebuilding" | "refreshing";
                            stores: {
                                name: string;
                                storeId: string;
                            }[];
                            /** @description a local day of the business, YYYY-MM-DD */
                            suggestedAsOf: string;
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
    "/api/warehouse/rebuild": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Throw the warehouse away and make it again from the record */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
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
                            jobId: string;
                        };
                    };
                };
            };
        };
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/warehouse/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** Take what changed since the last refresh */
        post: {
            parameters: {
                query?: never;
                header: {
                    "idempotency-key": string;
                };
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
                            jobId: string;
                        };
                    };
                };
            };
        };
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
