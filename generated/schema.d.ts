// Made by `npm run generate` from openapi/. Do not edit.
/** Every path of the document. `sceyt.raw` is typed by them. */
export interface paths {
    "/application": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the application
         * Returns the name of the application, and the public key that verifies user access tokens.
         */
        get: operations["getApplication"];
        /**
         * Update the application
         * Changes the name of the application. Its id and its public key cannot be changed.
         */
        put: operations["updateApplication"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/application/storage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get storage information
         * Returns how much storage the uploaded files use. The fields of the response are not published.
         */
        get: operations["getStorageInfo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channel-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a channel type
         * Defines a kind of channel, with rules for the channels of this type. The name must be unique in the application.
         *
         *     The body may have more fields than those listed here; they are stored as they are.
         */
        post: operations["createChannelType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channel-types/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a channel type
         * Deletes a channel type permanently. Existing channels of this type do not change.
         */
        delete: operations["deleteChannelType"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List channels
         * Returns a page of the channels that meet every condition of `filter`; without one, of all channels.
         *
         *     Filters select by type, time of creation, `uri`, `subject` and `label`. None selects the channels of a user, or by `metadata`.
         *
         *     Without `limit`, a page has up to 20 channels.
         */
        get: operations["listChannels"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a channel
         * Returns a channel with its owner and its newest message.
         */
        get: operations["getChannel"];
        /**
         * Update a channel
         * Changes the fields that are in the body; the others keep their values. An empty string clears a text, but not the `uri`. A new `uri` must be unique in the application.
         *
         *     A new `owner` becomes a member with the role Owner, and the previous owner becomes a Participant.
         *
         *     A direct channel stays direct and has no `owner` and no `uri`. No other channel becomes direct.
         */
        put: operations["updateChannel"];
        post?: never;
        /**
         * Delete a channel
         * Deletes a channel permanently, with its messages. Its members remain users of the application.
         */
        delete: operations["deleteChannel"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/blocked-users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List blocked members
         * Returns a page of the users who were kicked and blocked from a channel. They are no longer members, so they have no `role`.
         *
         *     Without `limit`, a page has up to 30 members.
         */
        get: operations["listBlockedMembers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List messages
         * Returns a page of the messages in a channel, with their attachments.
         *
         *     Without `limit`, a page has up to 50 messages.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Send a message
         * Sends a message to a channel on behalf of the user `from`, who must be a member of it.
         *
         *     Not idempotent: a request that is sent twice creates two messages.
         *
         *     The role of `from` must have the permission "Send Message", and "Send Attachment Message" if there are `attachments`.
         */
        post: operations["sendMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/messages/{messageId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Edit a message
         * Replaces the text of a message; its type, metadata and attachments stay.
         *
         *     A message of a member whose role has a higher priority than that of `from` cannot be edited.
         *
         *     The role of `from` must have the permission "Edit Own Message" for a message that the user wrote, or "Edit any Message" for any message.
         */
        put: operations["editMessage"];
        post?: never;
        /**
         * Delete a message
         * Deletes a message permanently, on behalf of the user `from`.
         *
         *     A message of a member whose role has a higher priority than that of `from` cannot be deleted.
         *
         *     The role of `from` must have the permission "Delete Own Message" for a message that the user wrote, or "Delete any Message" for any message.
         */
        delete: operations["deleteMessage"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/start-typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Start a typing indicator
         * Notifies the other members of a channel that the user `from` is typing. The user must be a member of the channel.
         *
         *     Nothing is stored, so the call can be repeated.
         */
        post: operations["startTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/stop-typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a typing indicator
         * Notifies the other members of a channel that the user `from` has stopped typing. The user must be a member of the channel.
         *
         *     Nothing is stored, so the call can be repeated.
         */
        post: operations["stopTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/channels/{channelId}/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List members
         * Returns a page of the members of a channel, each with the name of their role.
         *
         *     Without `limit`, a page has up to 30 members.
         */
        get: operations["listChannelMembers"];
        put?: never;
        /**
         * Add members
         * Adds one or more users to a channel, each with a role, by default Participant. If one of them is rejected, none is added.
         *
         *     To change the role of a member, add the member again with the new role. Adding a member again without a role is an error.
         *
         *     The owner keeps the role Owner, and no other member can have it: set the `owner` of the channel instead.
         *     No members can be added to a direct channel.
         */
        post: operations["addChannelMembers"];
        /**
         * Remove members
         * Removes one or more members from a channel and returns them. Their messages stay. Users who are not members are skipped, so a repeated request returns only those that it removes itself.
         *
         *     The owner of a channel and the members of a direct channel cannot be removed. If one user is rejected, none is removed.
         */
        delete: operations["removeChannelMembers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/direct-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a direct channel
         * Creates a channel between two users, who stay its only members. It has no `owner` and no `uri`.
         *
         *     Two users have at most one direct channel: another request for them returns the existing channel, or fails with 409.
         */
        post: operations["createDirectChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Upload a file
         * Stores a file and returns its URL, for use as an avatar or as an attachment.
         *
         *     If the name of the file is taken, the new file gets a number: `photo-2.png`. Each application has its own size limit.
         */
        post: operations["uploadFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/files/{fileName}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Download a file
         * Returns the content of a file as bytes, whatever the media type of the upload.
         */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        /**
         * Delete a file
         * Deletes a file permanently. Avatars and attachments keep its URL, which no longer leads to a file.
         */
        delete: operations["deleteFile"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/messages/{messageId}/attachments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete the attachments of a message
         * Removes all attachments from a message. Its text stays, and so do the uploaded files.
         */
        delete: operations["deleteMessageAttachments"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/private-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a private channel
         * Creates a channel that only its members see. It has no `uri`.
         *
         *     The users in `members` join at once. The `owner` is a member too, with the role Owner; without one, the channel has no owner until an update sets it.
         */
        post: operations["createPrivateChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/public-channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Create a public channel
         * Creates a channel that anyone may join. Its `uri`, if it has one, must be unique in the application.
         *
         *     The users in `members` join at once. The `owner` is a member too, with the role Owner; without one, the channel has no owner until an update sets it.
         */
        post: operations["createPublicChannel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List roles
         * Returns all roles of the application, including Owner and Participant, as a bare array: this list has no pages.
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * Create a role
         * Creates a role that members of channels can have. The name must be unique, since members refer to their role by name.
         */
        post: operations["createRole"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/roles/{roleId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a role
         * Returns a role with its priority and its permissions.
         */
        get: operations["getRole"];
        /**
         * Update a role
         * Changes the fields that are in the body; the others keep their values. Members who have the role keep it, even if its name changes.
         *
         *     The name must be unique. The role Owner cannot be changed, and Participant cannot be renamed.
         */
        put: operations["updateRole"];
        post?: never;
        /**
         * Delete a role
         * Deletes a role permanently. A role that a member has cannot be deleted: give its members another role first.
         *
         *     Owner and Participant cannot be deleted.
         */
        delete: operations["deleteRole"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List users
         * Returns a page of the users of the application.
         *
         *     Without `limit`, a page has up to 30 users.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * Creates a user with a username, which must be unique in the application and cannot be changed.
         */
        post: operations["createUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/users/{username}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get a user
         * Returns the profile of a user: names, avatar, presence, and when the user last logged in, if the server states it.
         */
        get: operations["getUser"];
        /**
         * Update a user
         * Changes the first name, last name or avatar of a user. Fields that are not in the body keep their values; an empty string clears one.
         */
        put: operations["updateUser"];
        post?: never;
        /**
         * Delete a user
         * Deletes a user permanently, and removes the user from every channel. Their messages stay; a channel that they owned has no owner until an update sets one. A channel from which the user was blocked also blocks a later user of the same name.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
/** The shared parts of the document. */
export interface components {
    schemas: {
        Application: Application;
        ErrorBody: ErrorBody;
        ApplicationUpdate: ApplicationUpdate;
        StorageInfo: StorageInfo;
        ChannelTypeCreate: ChannelTypeCreate;
        ChannelType: ChannelType;
        Links: Links;
        User: User;
        LastMessage: LastMessage;
        Channel: Channel;
        ChannelList: ChannelList;
        ChannelUpdate: ChannelUpdate;
        Member: Member;
        MemberList: MemberList;
        Attachment: Attachment;
        Message: Message;
        MessageList: MessageList;
        AttachmentSend: AttachmentSend;
        MessageSend: MessageSend;
        MessageEdit: MessageEdit;
        Typing: Typing;
        MemberAdd: MemberAdd;
        MembersAdd: MembersAdd;
        MemberArray: MemberArray;
        MembersRemove: MembersRemove;
        DirectChannelCreate: DirectChannelCreate;
        FileUpload: FileUpload;
        UploadedFile: UploadedFile;
        PrivateChannelCreate: PrivateChannelCreate;
        PublicChannelCreate: PublicChannelCreate;
        Role: Role;
        RoleList: RoleList;
        RoleCreate: RoleCreate;
        RoleUpdate: RoleUpdate;
        UserList: UserList;
        UserCreate: UserCreate;
        UserUpdate: UserUpdate;
    };
    responses: {
        /** An error with the status 400. */
        Error400: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** An error with the status 401. */
        Error401: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** An error with the status 403. */
        Error403: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** An error with the status 429. */
        Error429: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** An error with the status 500. */
        Error500: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** An error with the status 413. */
        Error413: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** An error with the status 415. */
        Error415: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** An error with the status 422. */
        Error422: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** An error with the status 409. */
        Error409: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
        /** An error with the status 404. */
        Error404: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": ErrorBody;
            };
        };
    };
    parameters: {
        /**
         * Conditions of the form `field:operator:value`. A channel must meet all of them.
         *
         *     - Fields: `type`, `created_at`, `uri`, `subject` and `label`.
         *     - Operators: `eq`, `not_eq`, `gte`, `lte`, `contains`, `begins`, `ends` and `in`, which accepts several values separated by `;`.
         *     - Values: `type` accepts any word, since applications define their own types. In `created_at`, a date such as `2020-12-01` is the whole day, in UTC. Strings are compared exactly. Write conditions with `where()`.
         */
        ChannelFilter: string[];
        /**
         * Maximum number of items on a page. 1 to 50.
         * @example 2
         */
        Limit: number;
        /**
         * Number of items to skip. 0 or more.
         * @example 0
         */
        Offset: number;
        /** Id of the channel. Must not be empty. */
        ChannelId: string;
        /** Id of the message. Must not be empty. */
        MessageId: string;
        /** Username of the user who deletes the message. Must not be empty. */
        From: string;
        /** Name of the file. Must not be empty. */
        FileName: string;
        /** Id of the role. */
        RoleId: number;
        /** Username, unique in the application. Must not be empty. */
        Username: string;
    };
    requestBodies: never;
    headers: {
        /**
         * How long to wait before the next call, as a whole number of seconds or an HTTP date.
         * @example 2
         */
        RetryAfter: string;
    };
    pathItems: never;
}
/** The application that the base URL refers to. */
export type Application = {
    /**
     * Name of the application.
     * @example Book lovers
     */
    name?: string;
    /**
     * Public key that verifies user access tokens, in PEM format (SPKI).
     * @example -----BEGIN PUBLIC KEY-----
     */
    public_key?: string;
};
/** The body of an error. */
export type ErrorBody = {
    /**
     * Code of the error, usually the status times 100, plus a number.
     * @example 40400
     */
    code: number;
    /**
     * Description of the error.
     * @example There is no message "101437428530810881".
     */
    message: string;
    /**
     * Kind of error: BadRequest, BadParam, NotFound, NotAllowed, TooLargeRequest, InternalError, TooManyRequests or Authentication.
     * @example NotFound
     */
    type?: string;
    /**
     * Id of the request in the server's logs, to quote to support.
     * @example 4bf92f3577b34da6a3ce929d0e0e4736
     */
    traceId?: string;
};
/** The fields to change in the application. */
export type ApplicationUpdate = {
    /**
     * Name of the application.
     * @example Book lovers
     */
    name?: string | undefined;
};
/** Storage that the files of the application use. Its fields are not published, so they are returned as received. */
export type StorageInfo = {
    [key: string]: unknown;
};
/** A channel type to create. Other fields are allowed. */
export type ChannelTypeCreate = {
    /**
     * Unique name of the channel type. Must not be empty.
     * @example broadcast
     */
    name: string;
    /**
     * Whether users can find channels of this type.
     * @example true
     */
    discoverable?: boolean | undefined;
    /**
     * Whether users may join channels of this type by themselves.
     * @example true
     */
    allowJoin?: boolean | undefined;
    /**
     * Whether the same members can have only one channel of this type.
     * @example false
     */
    distinct?: boolean | undefined;
    /**
     * Name of the role that new members get.
     * @example Participant
     */
    defaultMembershipRole?: string | undefined;
    /**
     * Permissions of roles in channels of this type. Its shape is not published.
     * @example {}
     */
    roleOverrides?: ({
        [key: string]: unknown;
    } | unknown[]) | undefined;
} & {
    [key: string]: unknown;
};
/** A channel type. Its fields are not published, so they are returned as received. */
export type ChannelType = {
    /**
     * Unique name of the channel type.
     * @example broadcast
     */
    name?: string;
} & {
    [key: string]: unknown;
};
/** URLs of the pages of a list. To read a page, use the query of its URL unchanged. */
export type Links = {
    /**
     * URL of this page.
     * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/users?limit=2&offset=2
     */
    current?: string | null;
    /**
     * URL of the previous page, or null on the first page. The API spells the field this way.
     * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/users?limit=2&offset=0
     */
    previews?: string | null;
    /**
     * URL of the next page, or null on the last page.
     * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/users?limit=2&offset=4
     */
    next: string | null;
    /**
     * URL of the first page.
     * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/users?limit=2&offset=0
     */
    first?: string | null;
    /**
     * URL of the last page.
     * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/users?limit=2&offset=4
     */
    last?: string | null;
};
/** A user of the application. */
export type User = {
    /**
     * Username, unique in the application.
     * @example zoe
     */
    username: string;
    /**
     * First name.
     * @example Zoe
     */
    first_name?: string;
    /**
     * Last name.
     * @example Papadaki
     */
    last_name?: string;
    /**
     * URL of the avatar.
     * @example https://cdn.example.com/zoe.png
     */
    avatar?: string;
    /**
     * When the user was created.
     * @example 2020-12-01T09:30:00.000Z
     */
    created_at?: string;
    /**
     * When the user was last updated.
     * @example 2020-12-01T09:30:00.000Z
     */
    updated_at?: string;
    /**
     * When the user last logged in. It may be absent, which need not mean never.
     * @example 2020-12-01T09:30:00.000Z
     */
    last_login_at?: string;
    /**
     * Presence of the user: 0 offline, 1 online.
     * @example 1
     */
    presence_status?: number;
};
/** The newest message of a channel. */
export type LastMessage = {
    /**
     * Id of the message, a 64-bit id; keep it as a string.
     * @example 101437428530810881
     */
    id: string;
    /**
     * Username of the author.
     * @example zoe
     */
    from: string;
    /**
     * Text of the message.
     * @example Which chapter are we on?
     */
    body: string;
};
/** A conversation between users. */
export type Channel = {
    /**
     * Id of the channel, a 64-bit id; keep it as a string.
     * @example 101437428530810880
     */
    id: string;
    /**
     * Unique URI of the channel.
     * @example book_club
     */
    uri?: string;
    /**
     * Title of the channel.
     * @example Book club
     */
    subject?: string;
    /**
     * Custom label for filtering.
     * @example hobby
     */
    label?: string;
    /**
     * Custom metadata, returned unchanged.
     * @example {"shelf":3}
     */
    metadata?: string;
    /**
     * URL of the avatar.
     * @example https://cdn.example.com/books.png
     */
    avatar?: string;
    /**
     * When the channel was created.
     * @example 2020-12-24T07:55:11.689Z
     */
    created_at?: string;
    /**
     * Kind of channel: a number (0 none, 1 private, 2 public, 3 direct) from some servers, and from others a word such as `direct`, `group` or `broadcast`. Compare it with both: `type === 3 || type === 'direct'`. Filters use words.
     * @example 2
     * @example broadcast
     */
    type?: number | string;
    /**
     * Number of members.
     * @example 2
     */
    members_count?: number;
    /** A user of the application. */
    owner?: User;
    /** The newest message, or null if there is none. */
    last_message?: LastMessage | null;
};
/** A page of channels. */
export type ChannelList = {
    /**
     * Number of items on this page.
     * @example 1
     */
    count: number;
    /**
     * Number of items on all pages.
     * @example 3
     */
    total_count: number;
    /** URLs of the pages of a list. To read a page, use the query of its URL unchanged. */
    links: Links;
    /** The items of this page. */
    items: Channel[];
};
/** The fields to change in a channel. */
export type ChannelUpdate = {
    /**
     * Title of the channel.
     * @example Book club
     */
    subject?: string | undefined;
    /**
     * Unique URI of the channel. 1 to 128 characters: ASCII letters, digits, underscores and hyphens.
     * @example book_club
     */
    uri?: string | undefined;
    /**
     * Custom label for filtering.
     * @example hobby
     */
    label?: string | undefined;
    /**
     * Custom metadata, returned unchanged.
     * @example {"shelf":3}
     */
    metadata?: string | undefined;
    /**
     * URL of the avatar.
     * @example https://cdn.example.com/books.png
     */
    avatar?: string | undefined;
    /**
     * Username of the new owner. The previous owner becomes a Participant. Must not be empty.
     * @example zoe
     */
    owner?: string | undefined;
    /**
     * Kind of channel, as a word or as the number that responses have. Other words are stored unchanged. Direct channels stay direct, and no other channel becomes direct. Must not be empty.
     * @example 2
     * @example public
     */
    type?: (number | "public" | "private" | "direct" | (string & {})) | undefined;
    /**
     * Custom settings of the channel. Their shape is not published.
     * @example {}
     */
    options?: {
        [key: string]: unknown;
    } | undefined;
};
/** A user as a member of a channel. */
export type Member = {
    /**
     * Username, unique in the application.
     * @example zoe
     */
    username: string;
    /**
     * First name.
     * @example Zoe
     */
    first_name?: string;
    /**
     * Last name.
     * @example Papadaki
     */
    last_name?: string;
    /**
     * URL of the avatar.
     * @example https://cdn.example.com/zoe.png
     */
    avatar?: string;
    /**
     * When the user was created.
     * @example 2020-12-01T09:30:00.000Z
     */
    created_at?: string;
    /**
     * When the user was last updated.
     * @example 2020-12-01T09:30:00.000Z
     */
    updated_at?: string;
    /**
     * Status of the user, not of the membership: 0 active, 1 inactive, 2 deleted. What makes a user inactive is not known.
     * @example 0
     */
    status?: number;
    /**
     * Name of the role in the channel, such as Owner, Participant or a custom one.
     * @example Participant
     */
    role?: string;
};
/** A page of members. */
export type MemberList = {
    /**
     * Number of items on this page.
     * @example 1
     */
    count: number;
    /**
     * Number of items on all pages.
     * @example 3
     */
    total_count: number;
    /** URLs of the pages of a list. To read a page, use the query of its URL unchanged. */
    links: Links;
    /** The items of this page. */
    users: Member[];
};
/** A file or link of a message. */
export type Attachment = {
    /**
     * Display name.
     * @example Chapter 1.pdf
     */
    name?: string;
    /**
     * Custom attachment type, such as file or image.
     * @example file
     */
    type?: string;
    /**
     * Custom metadata, returned unchanged.
     * @example {"pages":12}
     */
    meta?: string;
    /**
     * URL of the file.
     * @example https://cdn.example.com/chapter-1.pdf
     */
    url?: string;
    /**
     * Size in bytes, as a number or as a string of digits.
     * @example 48213
     * @example 48213
     */
    size?: number | string;
};
/** A message in a channel. */
export type Message = {
    /**
     * Id of the message, a 64-bit id; keep it as a string.
     * @example 101437428530810881
     */
    id: string;
    /**
     * Username of the author.
     * @example zoe
     */
    from: string;
    /**
     * Text of the message.
     * @example Which chapter are we on?
     */
    body: string;
    /**
     * Custom message type, such as text, media, file, link, image, video or voice.
     * @example text
     */
    type?: string;
    /**
     * Custom metadata, returned unchanged.
     * @example {"mood":"curious"}
     */
    metadata?: string;
    /** Files and links of the message. */
    attachments?: Attachment[];
};
/** A page of messages. It has no total. */
export type MessageList = {
    /**
     * Number of items on this page.
     * @example 1
     */
    count: number;
    /** URLs of the pages of a list. To read a page, use the query of its URL unchanged. */
    links: Links;
    /** The items of this page. */
    messages: Message[];
};
/** A file or link to send with a message. */
export type AttachmentSend = {
    /**
     * Display name.
     * @example Chapter 1.pdf
     */
    name?: string | undefined;
    /**
     * Custom attachment type, such as file or image.
     * @example file
     */
    type?: string | undefined;
    /**
     * Custom metadata, returned unchanged.
     * @example {"pages":12}
     */
    meta?: string | undefined;
    /**
     * URL of the file.
     * @example https://cdn.example.com/chapter-1.pdf
     */
    url: string;
    /**
     * Size in bytes. 0 or more.
     * @example 48213
     */
    size?: number | undefined;
};
/** A message to send. */
export type MessageSend = {
    /**
     * Username of the author. Must not be empty.
     * @example zoe
     */
    from: string;
    /**
     * Text of the message.
     * @example Which chapter are we on?
     */
    body: string;
    /**
     * Custom message type, such as text, media, file, link, image, video or voice.
     * @example text
     */
    type?: string | undefined;
    /**
     * Custom metadata, returned unchanged.
     * @example {"mood":"curious"}
     */
    metadata?: string | undefined;
    /** Files and links of the message. */
    attachments?: AttachmentSend[] | undefined;
};
/** The new text of a message. */
export type MessageEdit = {
    /**
     * Username of the user who edits the message. Must not be empty.
     * @example zoe
     */
    from: string;
    /**
     * Text of the message.
     * @example Which chapter are we on?
     */
    body: string;
};
/** The user who is typing, or has stopped. */
export type Typing = {
    /**
     * Username of the user who is typing or has stopped. Must not be empty.
     * @example zoe
     */
    from: string;
};
/** A user to add to a channel. */
export type MemberAdd = {
    /**
     * Username, unique in the application. Must not be empty.
     * @example zoe
     */
    username: string;
    /**
     * Name of the role. Default: Participant.
     * @example Participant
     */
    role?: string | undefined;
};
/** The users to add to a channel. */
export type MembersAdd = {
    /** Users to add, each with an optional role. 1 or more items. */
    members: MemberAdd[];
};
/** The members that were added or removed. */
export type MemberArray = Member[];
/** The members to remove from a channel. */
export type MembersRemove = {
    /**
     * Users to remove, each as a username or as an object with the username. 1 or more items.
     * @example [
     *       "zoe"
     *     ]
     */
    members: (string | {
        /**
         * Username, unique in the application. Must not be empty.
         * @example zoe
         */
        username: string;
    })[];
};
/** A direct channel to create. */
export type DirectChannelCreate = {
    /**
     * Custom label for filtering.
     * @example hobby
     */
    label?: string | undefined;
    /**
     * Custom metadata, returned unchanged.
     * @example {"shelf":3}
     */
    metadata?: string | undefined;
    /** The two members. Exactly 2 items. */
    members: readonly [
        MemberAdd,
        MemberAdd
    ];
};
/** A file to upload. */
export type FileUpload = {
    /**
     * Format: binary
     * Content of the file, with its name and media type.
     * @example Hello from Zoe
     */
    files: Blob;
};
/** The URL of an uploaded file. */
export type UploadedFile = {
    /**
     * URL of the file, to store and to use as an avatar or attachment. Do not take the name of the file from it: its last segment may be another one. Whether it expires is not known, nor who can open it: assume anyone who has it.
     * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/files/hello.txt
     */
    url: string;
};
/** A private channel to create. */
export type PrivateChannelCreate = {
    /**
     * Title of the channel.
     * @example Book club
     */
    subject?: string | undefined;
    /**
     * Custom label for filtering.
     * @example hobby
     */
    label?: string | undefined;
    /**
     * Custom metadata, returned unchanged.
     * @example {"shelf":3}
     */
    metadata?: string | undefined;
    /**
     * URL of the avatar. In responses, the field is named `avatar`.
     * @example https://cdn.example.com/zoe.png
     */
    avatar_url?: string | undefined;
    /**
     * Username of the owner. Without one, the channel has no owner until an update sets it. Must not be empty.
     * @example zoe
     */
    owner?: string | undefined;
    /** Users who are members from the start. */
    members?: MemberAdd[] | undefined;
};
/** A public channel to create. */
export type PublicChannelCreate = {
    /**
     * Title of the channel.
     * @example Book club
     */
    subject?: string | undefined;
    /**
     * Unique URI of the channel. 1 to 128 characters: ASCII letters, digits, underscores and hyphens.
     * @example book_club
     */
    uri?: string | undefined;
    /**
     * Custom label for filtering.
     * @example hobby
     */
    label?: string | undefined;
    /**
     * Custom metadata, returned unchanged.
     * @example {"shelf":3}
     */
    metadata?: string | undefined;
    /**
     * URL of the avatar. In responses, the field is named `avatar`.
     * @example https://cdn.example.com/zoe.png
     */
    avatar_url?: string | undefined;
    /**
     * Username of the owner. Without one, the channel has no owner until an update sets it. Must not be empty.
     * @example zoe
     */
    owner?: string | undefined;
    /** Users who are members from the start. */
    members?: MemberAdd[] | undefined;
};
/** A named set of permissions. */
export type Role = {
    /**
     * Id of the role.
     * @example 7
     */
    id: number;
    /**
     * Id of the application.
     * @example 8lwox2ge93
     */
    app_id?: string;
    /**
     * Unique name of the role.
     * @example Moderator
     */
    name: string;
    /**
     * Purpose of the role.
     * @example Keeps the talk civil
     */
    description?: string;
    /**
     * Access of the role. The meaning of the numbers is not published.
     * @example 1
     */
    access?: number;
    /**
     * Priority of the role. A role with a higher priority outranks one with a lower priority.
     * @example 40
     */
    priority?: number;
    /**
     * Numbers of the permissions, such as 7 for Send Message.
     * @example [
     *       3,
     *       7
     *     ]
     */
    permissions?: number[];
};
/** All roles of the application, as a bare array. */
export type RoleList = Role[];
/** A role to create. */
export type RoleCreate = {
    /**
     * Unique name of the role. Must not be empty.
     * @example Moderator
     */
    name: string;
    /**
     * Purpose of the role.
     * @example Keeps the talk civil
     */
    description?: string | undefined;
    /**
     * Access of the role. The meaning of the numbers is not published.
     * @example 1
     */
    access?: number | undefined;
    /**
     * Priority of the role. A role with a higher priority outranks one with a lower priority. 1 to 99.
     * @example 40
     */
    priority?: number | undefined;
    /**
     * Numbers of the permissions, such as 7 for Send Message.
     * @example [
     *       3,
     *       7
     *     ]
     */
    permissions?: number[] | undefined;
};
/** The fields to change in a role. */
export type RoleUpdate = {
    /**
     * Unique name of the role. Must not be empty.
     * @example Moderator
     */
    name?: string | undefined;
    /**
     * Purpose of the role.
     * @example Keeps the talk civil
     */
    description?: string | undefined;
    /**
     * Access of the role. The meaning of the numbers is not published.
     * @example 1
     */
    access?: number | undefined;
    /**
     * Priority of the role. A role with a higher priority outranks one with a lower priority. 1 to 99.
     * @example 40
     */
    priority?: number | undefined;
    /**
     * Numbers of the permissions, such as 7 for Send Message.
     * @example [
     *       3,
     *       7
     *     ]
     */
    permissions?: number[] | undefined;
};
/** A page of users. */
export type UserList = {
    /**
     * Number of items on this page.
     * @example 1
     */
    count: number;
    /**
     * Number of items on all pages.
     * @example 3
     */
    total_count: number;
    /** URLs of the pages of a list. To read a page, use the query of its URL unchanged. */
    links: Links;
    /** The items of this page. */
    users: User[];
};
/** A user to create. */
export type UserCreate = {
    /**
     * Username, unique in the application. Must not be empty.
     * @example zoe
     */
    username: string;
    /**
     * First name.
     * @example Zoe
     */
    first_name?: string | undefined;
    /**
     * Last name.
     * @example Papadaki
     */
    last_name?: string | undefined;
    /**
     * URL of the avatar. In responses, the field is named `avatar`.
     * @example https://cdn.example.com/zoe.png
     */
    avatar_url?: string | undefined;
};
/** The fields to change in a user. */
export type UserUpdate = {
    /**
     * First name.
     * @example Zoe
     */
    first_name?: string | undefined;
    /**
     * Last name.
     * @example Papadaki
     */
    last_name?: string | undefined;
    /**
     * URL of the avatar. In responses, the field is named `avatar`.
     * @example https://cdn.example.com/zoe.png
     */
    avatar_url?: string | undefined;
};
export type $defs = Record<string, never>;
export interface operations {
    getApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The application */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Application;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    updateApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The fields to change */
        requestBody: {
            content: {
                "application/json": ApplicationUpdate;
            };
        };
        responses: {
            /** The updated application */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Application;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    getStorageInfo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** Storage information */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": StorageInfo;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    createChannelType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channel type to create */
        requestBody: {
            content: {
                "application/json": ChannelTypeCreate;
            };
        };
        responses: {
            /** The new channel type */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ChannelType;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    deleteChannelType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Unique name of the channel type. */
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The channel type is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    listChannels: {
        parameters: {
            query?: {
                /**
                 * Conditions of the form `field:operator:value`. A channel must meet all of them.
                 *
                 *     - Fields: `type`, `created_at`, `uri`, `subject` and `label`.
                 *     - Operators: `eq`, `not_eq`, `gte`, `lte`, `contains`, `begins`, `ends` and `in`, which accepts several values separated by `;`.
                 *     - Values: `type` accepts any word, since applications define their own types. In `created_at`, a date such as `2020-12-01` is the whole day, in UTC. Strings are compared exactly. Write conditions with `where()`.
                 */
                filter?: components["parameters"]["ChannelFilter"];
                /**
                 * Maximum number of items on a page. 1 to 50.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * Number of items to skip. 0 or more.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of channels */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": ChannelList;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Channel;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    updateChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** The fields to change */
        requestBody: {
            content: {
                "application/json": ChannelUpdate;
            };
        };
        responses: {
            /** The updated channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Channel;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    deleteChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the channel. */
                channelId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The channel is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    listBlockedMembers: {
        parameters: {
            query?: {
                /**
                 * Maximum number of items on a page. 1 to 50.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * Number of items to skip. 0 or more.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of blocked members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MemberList;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /**
                 * Maximum number of items on a page. 1 to 50.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * Number of items to skip. 0 or more.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MessageList;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** The message to send */
        requestBody: {
            content: {
                "application/json": MessageSend;
            };
        };
        responses: {
            /** The new message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Message;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    editMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
                /** Id of the message. Must not be empty. */
                messageId: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /** The new text */
        requestBody: {
            content: {
                "application/json": MessageEdit;
            };
        };
        responses: {
            /** The edited message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Message;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    deleteMessage: {
        parameters: {
            query: {
                /** Username of the user who deletes the message. Must not be empty. */
                from: components["parameters"]["From"];
            };
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
                /** Id of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The message is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    startTyping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** The user who is typing */
        requestBody: {
            content: {
                "application/json": Typing;
            };
        };
        responses: {
            /** The other members are notified */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    stopTyping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** The user who has stopped typing */
        requestBody: {
            content: {
                "application/json": Typing;
            };
        };
        responses: {
            /** The other members are notified */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    listChannelMembers: {
        parameters: {
            query?: {
                /**
                 * Maximum number of items on a page. 1 to 50.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * Number of items to skip. 0 or more.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MemberList;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    addChannelMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** The users to add */
        requestBody: {
            content: {
                "application/json": MembersAdd;
            };
        };
        responses: {
            /** The added members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MemberArray;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    removeChannelMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the channel. Must not be empty. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** The members to remove */
        requestBody: {
            content: {
                "application/json": MembersRemove;
            };
        };
        responses: {
            /** The removed members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": MemberArray;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    createDirectChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The direct channel to create */
        requestBody: {
            content: {
                "application/json": DirectChannelCreate;
            };
        };
        responses: {
            /** The new channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Channel;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The file, as a form with one field */
        requestBody: {
            content: {
                "multipart/form-data": FileUpload;
            };
        };
        responses: {
            /** The URL of the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UploadedFile;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Name of the file. Must not be empty. */
                fileName: components["parameters"]["FileName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The content of the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Name of the file. */
                fileName: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The file is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    deleteMessageAttachments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the message. */
                messageId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The attachments are deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    createPrivateChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channel to create */
        requestBody: {
            content: {
                "application/json": PrivateChannelCreate;
            };
        };
        responses: {
            /** The new channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Channel;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    createPublicChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The channel to create */
        requestBody: {
            content: {
                "application/json": PublicChannelCreate;
            };
        };
        responses: {
            /** The new channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Channel;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    listRoles: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** All roles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": RoleList;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The role to create */
        requestBody: {
            content: {
                "application/json": RoleCreate;
            };
        };
        responses: {
            /** The new role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Role;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the role. */
                roleId: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Role;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    updateRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the role. */
                roleId: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        /** The fields to change */
        requestBody: {
            content: {
                "application/json": RoleUpdate;
            };
        };
        responses: {
            /** The updated role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Role;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    deleteRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Id of the role. */
                roleId: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The role is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            409: components["responses"]["Error409"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /**
                 * Maximum number of items on a page. 1 to 50.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * Number of items to skip. 0 or more.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** A page of users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": UserList;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** The user to create */
        requestBody: {
            content: {
                "application/json": UserCreate;
            };
        };
        responses: {
            /** The new user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": User;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            409: components["responses"]["Error409"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Username, unique in the application. Must not be empty. */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": User;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Username, unique in the application. Must not be empty. */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /** The fields to change */
        requestBody: {
            content: {
                "application/json": UserUpdate;
            };
        };
        responses: {
            /** The updated user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": User;
                };
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            413: components["responses"]["Error413"];
            415: components["responses"]["Error415"];
            422: components["responses"]["Error422"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** Username, unique in the application. */
                username: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** The user is deleted */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Error400"];
            401: components["responses"]["Error401"];
            403: components["responses"]["Error403"];
            404: components["responses"]["Error404"];
            429: components["responses"]["Error429"];
            500: components["responses"]["Error500"];
        };
    };
}
