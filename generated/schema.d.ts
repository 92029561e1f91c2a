// Made by `npm run generate` from openapi/. Do not edit.
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
         * @description Returns the application that the base URL names.
         *
         *     The documentation names this endpoint as its example. The shape of the answer is inferred.
         */
        get: operations["getApplication"];
        /**
         * Update the application
         * @description Changes the application that the base URL names.
         *
         *     The documentation names this call; its path and body are inferred.
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
         * @description Returns what the files of the application take up.
         *
         *     The documentation names this call; its path is inferred.
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
    "/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List channels
         * @description Lists the channels of the application, a page at a time, narrowed by filters.
         *
         *     `limit` and `offset` are inferred from the other lists.
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
         * @description Returns one channel by its id.
         */
        get: operations["getChannel"];
        /**
         * Update a channel
         * @description Changes a channel. A new `uri` must be free.
         *
         *     The documentation's table leaves the id out; its text puts it in the path, and so does this document.
         */
        put: operations["updateChannel"];
        post?: never;
        /**
         * Delete a channel
         * @description Deletes a channel for good.
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
         * List the blocked members of a channel
         * @description Lists those who were kicked and blocked from a channel, a page at a time.
         *
         *     The documentation gives the path; the verb is decided here.
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
         * @description Lists the messages of a channel, a page at a time.
         */
        get: operations["listMessages"];
        put?: never;
        /**
         * Send a message
         * @description Sends a message to a channel on behalf of a user. Sending it again makes a second message.
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
         * @description Replaces the text of a message.
         *
         *     The documentation gives the path; the verb is decided here.
         */
        put: operations["editMessage"];
        post?: never;
        /**
         * Delete a message
         * @description Deletes a message on behalf of a user.
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
         * Show that a user is typing
         * @description Shows in a channel that a user is typing. Nothing is kept, so a repeat does no harm.
         *
         *     The documentation puts a stray `customer/v1` before this path, dropped here; its body is inferred.
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
         * Show that a user has stopped typing
         * @description Shows in a channel that a user has stopped typing. Nothing is kept, so a repeat does no harm.
         *
         *     The documentation puts a stray `customer/v1` before this path, dropped here; its body is inferred.
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
         * List the members of a channel
         * @description Lists the members of a channel, a page at a time.
         */
        get: operations["listChannelMembers"];
        put?: never;
        /**
         * Add members to a channel
         * @description Makes one or more users members of a channel. Without a role they become Participants.
         *
         *     The documentation says "one or more" and shows a single object; this document takes an array.
         */
        post: operations["addChannelMembers"];
        /**
         * Remove members from a channel
         * @description Takes one or more members out of a channel.
         *
         *     The usernames travel in the body of the DELETE. That is how the documentation is read here.
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
         * @description Makes a channel between two users.
         *
         *     Inferred from the creation of a public channel.
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
         * @description Keeps a file and answers with its address, for use as an avatar or an attachment.
         *
         *     That it travels as the field `file` of a form is inferred.
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
         * @description Returns the content of a file.
         */
        get: operations["downloadFile"];
        put?: never;
        post?: never;
        /**
         * Delete a file
         * @description Deletes a file for good.
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
         * @description Deletes all attachments of a message, and keeps the message.
         *
         *     The documentation asks for the application's id in the query too. It is in the path already, so it is left out.
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
         * @description Makes a channel that only its members see. It has no `uri`.
         *
         *     Inferred from the creation of a public channel.
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
         * @description Makes a channel that anyone may join. Its `uri` must be new to the application.
         *
         *     The documentation once writes this path as `channels-public`; the longer section is followed here.
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
         * @description Lists all roles of the application. The answer is a bare array; there are no pages.
         */
        get: operations["listRoles"];
        put?: never;
        /**
         * Create a role
         * @description Makes a role with a weight and permissions.
         *
         *     Members carry roles by name, so a name that is taken is refused. That the status is 409 is decided here.
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
         * @description Returns one role by its number.
         */
        get: operations["getRole"];
        /**
         * Update a role
         * @description Changes a role. The Owner role cannot be changed.
         *
         *     Members carry roles by name, so a name that is taken is refused. That the status is 409 is decided here.
         */
        put: operations["updateRole"];
        post?: never;
        /**
         * Delete a role
         * @description Deletes a role. The Owner role, and a role that somebody has, cannot be deleted.
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
         * @description Lists the users of the application, a page at a time.
         *
         *     The documentation shows a bare array and an envelope for this one path. This document describes the envelope; a client should accept both.
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Create a user
         * @description Makes a user. The username must be new to the application.
         *
         *     One table of the documentation leaves the application's id out of this path; it is needed here as everywhere.
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
         * @description Returns one user by username.
         */
        get: operations["getUser"];
        /**
         * Update a user
         * @description Changes the names or the picture of a user.
         *
         *     The documentation does not show the body: it is read here as that of a new user, without the username.
         */
        put: operations["updateUser"];
        post?: never;
        /**
         * Delete a user
         * @description Deletes a user for good.
         */
        delete: operations["deleteUser"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The application that the base URL names. */
        Application: {
            /**
             * @description Name of the application.
             * @example Book lovers
             */
            name?: string;
            /**
             * @description Public half of the key that signs user access tokens.
             * @example -----BEGIN PUBLIC KEY-----
             */
            public_key?: string;
        };
        /** @description What went wrong. */
        ErrorBody: {
            /**
             * @description Number of the error. The numbers are not published.
             * @example 404
             */
            code: number;
            /**
             * @description Kind of error, one of BadRequest, BadParam, NotFound, NotAllowed, TooLargeRequest, InternalError, TooManyRequests and Authentication.
             * @example NotFound
             */
            type: string;
            /**
             * @description The error in words.
             * @example There is nothing under this name.
             */
            message: string;
        };
        /** @description What to change in the application. */
        ApplicationUpdate: {
            /**
             * @description Name of the application.
             * @example Book lovers
             */
            name?: string;
        };
        /** @description What the files of the application take up. Its shape is not published, so it is passed on as it comes. */
        StorageInfo: {
            [key: string]: unknown;
        };
        /** @description Addresses of the pages around this one. Only their queries matter to a client. */
        Links: {
            /**
             * @description This page.
             * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/users?limit=2&offset=2
             */
            current?: string | null;
            /**
             * @description The page before. The name is spelt this way on the wire.
             * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/users?limit=2&offset=0
             */
            previews?: string | null;
            /**
             * @description The page after, or null on the last page.
             * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/users?limit=2&offset=4
             */
            next: string | null;
            /**
             * @description The first page.
             * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/users?limit=2&offset=0
             */
            first?: string | null;
            /**
             * @description The last page.
             * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/users?limit=2&offset=4
             */
            last?: string | null;
        };
        /** @description A person of the application. */
        User: {
            /**
             * @description Unique name of the user.
             * @example zoe
             */
            username: string;
            /**
             * @description First name.
             * @example Zoe
             */
            first_name?: string;
            /**
             * @description Last name.
             * @example Papadaki
             */
            last_name?: string;
            /**
             * @description Address of the picture. It is written as `avatar_url`.
             * @example https://cdn.example.com/zoe.png
             */
            avatar?: string;
            /**
             * @description When the user was made.
             * @example 2020-12-01T09:30:00.000Z
             */
            created_at?: string;
            /**
             * @description When the user was last changed.
             * @example 2020-12-01T09:30:00.000Z
             */
            updated_at?: string;
            /**
             * @description When the user last logged in.
             * @example 2020-12-01T09:30:00.000Z
             */
            last_login_at?: string;
            /**
             * @description Presence of the user. The meaning of the numbers is not published.
             * @example 1
             */
            presence_status?: number;
        };
        /** @description The newest message of a channel, in short. */
        LastMessage: {
            /**
             * @description Id of the message. It does not fit a number.
             * @example 101437428530810881
             */
            id: string;
            /**
             * @description Username of the author.
             * @example zoe
             */
            from: string;
            /**
             * @description Text of the message.
             * @example Which chapter are we on?
             */
            body: string;
        };
        /** @description A room that people talk in. */
        Channel: {
            /**
             * @description Id of the channel. It does not fit a number.
             * @example 101437428530810880
             */
            id: string;
            /**
             * @description Unique address of the channel.
             * @example book_club
             */
            uri?: string;
            /**
             * @description Title of the channel.
             * @example Book club
             */
            subject?: string;
            /**
             * @description The application's own mark on the channel.
             * @example hobby
             */
            label?: string;
            /**
             * @description The application's own text, passed through untouched.
             * @example {shelf:3}
             */
            metadata?: string;
            /**
             * @description Address of the picture.
             * @example https://cdn.example.com/books.png
             */
            avatar?: string;
            /**
             * @description When the channel was made.
             * @example 2020-12-01T09:30:00.000Z
             */
            created_at?: string;
            /**
             * @description Kind of channel, as a number whose meaning is not published. Filters use words instead.
             * @example 0
             */
            type?: number;
            /**
             * @description How many members the channel has.
             * @example 2
             */
            members_count?: number;
            owner?: components["schemas"]["User"];
            /** @description The newest message in short, or null in a silent channel. */
            last_message?: components["schemas"]["LastMessage"] | null;
        };
        /** @description A page of channels. */
        ChannelList: {
            /**
             * @description How many items this page holds.
             * @example 1
             */
            count: number;
            /**
             * @description How many items there are in all pages.
             * @example 3
             */
            total_count: number;
            links: components["schemas"]["Links"];
            /** @description The items of this page. */
            items: components["schemas"]["Channel"][];
        };
        /** @description What to change in a channel. */
        ChannelUpdate: {
            /**
             * @description Title of the channel.
             * @example Book club
             */
            subject?: string;
            /**
             * @description Unique address of the channel.
             * @example book_club
             */
            uri?: string;
            /**
             * @description A mark of your own, by which channels can be filtered.
             * @example hobby
             */
            label?: string;
            /**
             * @description Text of your own, passed through untouched.
             * @example {"shelf":3}
             */
            metadata?: string;
            /**
             * @description Address of the picture.
             * @example https://cdn.example.com/books.png
             */
            avatar?: string;
            /**
             * @description Username of the new owner.
             * @example zoe
             */
            owner?: string;
            /**
             * @description Kind of channel, as the number that channels are read with.
             * @example 0
             */
            type?: number;
            /**
             * @description Settings of the channel. Their shape is not published.
             * @example {}
             */
            options?: {
                [key: string]: unknown;
            };
        };
        /** @description A user as a member of a channel. */
        Member: {
            /**
             * @description Unique name of the user.
             * @example zoe
             */
            username: string;
            /**
             * @description First name.
             * @example Zoe
             */
            first_name?: string;
            /**
             * @description Last name.
             * @example Papadaki
             */
            last_name?: string;
            /**
             * @description Address of the picture.
             * @example https://cdn.example.com/zoe.png
             */
            avatar?: string;
            /**
             * @description When the user was made.
             * @example 2020-12-01T09:30:00.000Z
             */
            created_at?: string;
            /**
             * @description When the user was last changed.
             * @example 2020-12-01T09:30:00.000Z
             */
            updated_at?: string;
            /**
             * @description Status of the member. The meaning of the numbers is not published.
             * @example 1
             */
            status?: number;
            /**
             * @description Name of the role in the channel.
             * @example Participant
             */
            role?: string;
        };
        /** @description A page of members. */
        MemberList: {
            /**
             * @description How many items this page holds.
             * @example 1
             */
            count: number;
            /**
             * @description How many items there are in all pages.
             * @example 3
             */
            total_count: number;
            links: components["schemas"]["Links"];
            /** @description The items of this page. */
            users: components["schemas"]["Member"][];
        };
        /** @description A file or link that comes with a message. */
        Attachment: {
            /**
             * @description Name to show.
             * @example Chapter 1.pdf
             */
            name?: string;
            /**
             * @description Kind of attachment, a word of your own.
             * @example file
             */
            type?: string;
            /**
             * @description Text of your own, passed through untouched.
             * @example {"pages":12}
             */
            meta?: string;
            /**
             * @description Address of the file.
             * @example https://cdn.example.com/chapter-1.pdf
             */
            url: string;
            /**
             * @description Size in bytes.
             * @example 48213
             */
            size?: number;
        };
        /** @description What somebody said in a channel. */
        Message: {
            /**
             * @description Id of the message. It does not fit a number.
             * @example 101437428530810881
             */
            id: string;
            /**
             * @description Username of the author.
             * @example zoe
             */
            from: string;
            /**
             * @description Text of the message.
             * @example Which chapter are we on?
             */
            body: string;
            /**
             * @description Kind of message, a word of your own.
             * @example text
             */
            type?: string;
            /**
             * @description Text of your own, passed through untouched.
             * @example {"mood":"curious"}
             */
            metadata?: string;
            /** @description Files and links that come with the message. */
            attachments?: components["schemas"]["Attachment"][];
        };
        /** @description A page of messages. It carries no total. */
        MessageList: {
            /**
             * @description How many items this page holds.
             * @example 1
             */
            count: number;
            links: components["schemas"]["Links"];
            /** @description The items of this page. */
            messages: components["schemas"]["Message"][];
        };
        /** @description A message to send. */
        MessageSend: {
            /**
             * @description Username of the author.
             * @example zoe
             */
            from: string;
            /**
             * @description Text of the message.
             * @example Which chapter are we on?
             */
            body: string;
            /**
             * @description Kind of message, a word of your own.
             * @example text
             */
            type?: string;
            /**
             * @description Text of your own, passed through untouched.
             * @example {"mood":"curious"}
             */
            metadata?: string;
            /** @description Files and links that come with the message. */
            attachments?: components["schemas"]["Attachment"][];
        };
        /** @description The new text of a message. */
        MessageEdit: {
            /**
             * @description Username of the one who edits.
             * @example zoe
             */
            from: string;
            /**
             * @description New text of the message.
             * @example Which page are we on?
             */
            body: string;
        };
        /** @description Who is typing, or has stopped. */
        Typing: {
            /**
             * @description Username of the one who types.
             * @example zoe
             */
            from: string;
        };
        /** @description A user to make a member of a channel. */
        MemberAdd: {
            /**
             * @description Unique name of the user.
             * @example zoe
             */
            username: string;
            /**
             * @description Name of the role to give. Without it the member becomes a Participant.
             * @example Participant
             */
            role?: string;
        };
        /** @description The users to add to a channel. */
        MembersAdd: {
            /** @description One or more users, each with a role. */
            members: components["schemas"]["MemberAdd"][];
        };
        /** @description The members that the call concerned. */
        MemberArray: components["schemas"]["Member"][];
        /** @description The members to remove from a channel. */
        MembersRemove: {
            /**
             * @description Usernames of one or more members.
             * @example [
             *       "zoe"
             *     ]
             */
            members: string[];
        };
        /** @description A direct channel to make. */
        DirectChannelCreate: {
            /**
             * @description A mark of your own, by which channels can be filtered.
             * @example hobby
             */
            label?: string;
            /**
             * @description Text of your own, passed through untouched.
             * @example {"shelf":3}
             */
            metadata?: string;
            /** @description The two users who talk. */
            members: components["schemas"]["MemberAdd"][];
        };
        /** @description A file to keep. */
        FileUpload: {
            /**
             * Format: binary
             * @description The content, sent with its name and media type.
             * @example Hello from Zoe
             */
            file: Blob;
        };
        /** @description Where an uploaded file is found. */
        UploadedFile: {
            /**
             * @description Address of the file. Its last segment is the name of the file.
             * @example https://us-ohio-api.sceyt.com/v1/8lwox2ge93/files/hello.txt
             */
            url: string;
        };
        /** @description A private channel to make. */
        PrivateChannelCreate: {
            /**
             * @description Title of the channel.
             * @example Book club
             */
            subject: string;
            /**
             * @description A mark of your own, by which channels can be filtered.
             * @example hobby
             */
            label?: string;
            /**
             * @description Text of your own, passed through untouched.
             * @example {"shelf":3}
             */
            metadata?: string;
            /**
             * @description Address of the picture. It is read back as `avatar`.
             * @example https://cdn.example.com/books.png
             */
            avatar_url?: string;
            /**
             * @description Username of the owner.
             * @example zoe
             */
            owner?: string;
            /** @description The users to start with. */
            members?: components["schemas"]["MemberAdd"][];
        };
        /** @description A public channel to make. */
        PublicChannelCreate: {
            /**
             * @description Title of the channel.
             * @example Book club
             */
            subject: string;
            /**
             * @description Unique address of the channel.
             * @example book_club
             */
            uri: string;
            /**
             * @description A mark of your own, by which channels can be filtered.
             * @example hobby
             */
            label?: string;
            /**
             * @description Text of your own, passed through untouched.
             * @example {"shelf":3}
             */
            metadata?: string;
            /**
             * @description Address of the picture. It is read back as `avatar`.
             * @example https://cdn.example.com/books.png
             */
            avatar_url?: string;
            /**
             * @description Username of the owner.
             * @example zoe
             */
            owner?: string;
            /** @description The users to start with. */
            members?: components["schemas"]["MemberAdd"][];
        };
        /** @description A named set of permissions. */
        Role: {
            /**
             * @description Number of the role.
             * @example 7
             */
            id: number;
            /**
             * @description Id of the application.
             * @example 8lwox2ge93
             */
            app_id?: string;
            /**
             * @description Name of the role, by which members carry it.
             * @example Moderator
             */
            name: string;
            /**
             * @description What the role is for.
             * @example Keeps the talk civil
             */
            description?: string;
            /**
             * @description Access of the role. The meaning of the numbers is not published.
             * @example 1
             */
            access?: number;
            /**
             * @description Weight of the role. The higher, the stronger.
             * @example 40
             */
            priority?: number;
            /**
             * @description Numbers of the permissions. Sceyt publishes their names, not their numbers.
             * @example [
             *       3,
             *       7
             *     ]
             */
            permissions?: number[];
        };
        /** @description All roles of the application, as a bare array. */
        RoleList: components["schemas"]["Role"][];
        /** @description A role to make. */
        RoleCreate: {
            /**
             * @description Name of the role, by which members carry it.
             * @example Moderator
             */
            name: string;
            /**
             * @description What the role is for.
             * @example Keeps the talk civil
             */
            description?: string;
            /**
             * @description Access of the role. The meaning of the numbers is not published.
             * @example 1
             */
            access?: number;
            /**
             * @description Weight of the role. The higher, the stronger.
             * @example 40
             */
            priority?: number;
            /**
             * @description Numbers of the permissions. Sceyt publishes their names, not their numbers.
             * @example [
             *       3,
             *       7
             *     ]
             */
            permissions?: number[];
        };
        /** @description What to change in a role. */
        RoleUpdate: {
            /**
             * @description Name of the role, by which members carry it.
             * @example Moderator
             */
            name?: string;
            /**
             * @description What the role is for.
             * @example Keeps the talk civil
             */
            description?: string;
            /**
             * @description Access of the role. The meaning of the numbers is not published.
             * @example 1
             */
            access?: number;
            /**
             * @description Weight of the role. The higher, the stronger.
             * @example 40
             */
            priority?: number;
            /**
             * @description Numbers of the permissions. Sceyt publishes their names, not their numbers.
             * @example [
             *       3,
             *       7
             *     ]
             */
            permissions?: number[];
        };
        /** @description A page of users. */
        UserList: {
            /**
             * @description How many items this page holds.
             * @example 1
             */
            count: number;
            /**
             * @description How many items there are in all pages.
             * @example 3
             */
            total_count: number;
            links: components["schemas"]["Links"];
            /** @description The items of this page. */
            users: components["schemas"]["User"][];
        };
        /** @description A user to make. */
        UserCreate: {
            /**
             * @description Unique name of the user.
             * @example zoe
             */
            username: string;
            /**
             * @description First name.
             * @example Zoe
             */
            first_name?: string;
            /**
             * @description Last name.
             * @example Papadaki
             */
            last_name?: string;
            /**
             * @description Address of the picture. It is read back as `avatar`.
             * @example https://cdn.example.com/zoe.png
             */
            avatar_url?: string;
        };
        /** @description What to change in a user. */
        UserUpdate: {
            /**
             * @description First name.
             * @example Zoe
             */
            first_name?: string;
            /**
             * @description Last name.
             * @example Papadaki
             */
            last_name?: string;
            /**
             * @description Address of the picture. It is read back as `avatar`.
             * @example https://cdn.example.com/zoe.png
             */
            avatar_url?: string;
        };
    };
    responses: {
        /** @description The request could not be read. Its URL, header or body is malformed. */
        BadRequest: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The API key is missing or unknown. */
        Unauthorized: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The API key is known, but comes from the wrong IP address or lacks the permission. */
        Forbidden: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description Too many calls. Wait for the time in `Retry-After`. */
        TooManyRequests: {
            headers: {
                "Retry-After": components["headers"]["RetryAfter"];
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The server failed. A call that changes something may have taken effect. */
        InternalServerError: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is larger than the server accepts. Do not send it again. */
        PayloadTooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The body is of another media type than the one described here. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description The request was read, but a value in it is not acceptable. */
        UnprocessableContent: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description What the path names does not exist. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
        /** @description A value that must be unique is taken, or what is to be deleted is in use. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/json": components["schemas"]["ErrorBody"];
            };
        };
    };
    parameters: {
        /**
         * @description Conditions of the form `field:operator:value`. Repeat the parameter for more: a channel must meet them all.
         *     `in` takes several values separated by `;`. Decided here: the documentation also shows `&`, which would end the parameter.
         */
        ChannelFilter: string[];
        /**
         * @description How many items to return at most. Sceyt's own clients ask for 1 to 50.
         * @example 2
         */
        Limit: number;
        /**
         * @description How many items to skip.
         * @example 0
         */
        Offset: number;
        /** @description Id of the channel. */
        ChannelId: string;
        /** @description Id of the message. */
        MessageId: string;
        /**
         * @description Username on whose behalf the message is deleted.
         *     Decided here: the documentation names it, but not its place. A query survives every proxy; the body of a DELETE may not.
         */
        From: string;
        /** @description Name of the file, which is the last segment of the URL that the upload answered with. */
        FileName: string;
        /** @description Number of the role. */
        RoleId: number;
        /** @description Name of the user. A URL carries it percent-encoded. */
        Username: string;
    };
    requestBodies: never;
    headers: {
        /**
         * @description How long to wait before the next call, as whole seconds or an HTTP date.
         * @example 2
         */
        RetryAfter: string;
    };
    pathItems: never;
}
export type Application = components['schemas']['Application'];
export type ErrorBody = components['schemas']['ErrorBody'];
export type ApplicationUpdate = components['schemas']['ApplicationUpdate'];
export type StorageInfo = components['schemas']['StorageInfo'];
export type Links = components['schemas']['Links'];
export type User = components['schemas']['User'];
export type LastMessage = components['schemas']['LastMessage'];
export type Channel = components['schemas']['Channel'];
export type ChannelList = components['schemas']['ChannelList'];
export type ChannelUpdate = components['schemas']['ChannelUpdate'];
export type Member = components['schemas']['Member'];
export type MemberList = components['schemas']['MemberList'];
export type Attachment = components['schemas']['Attachment'];
export type Message = components['schemas']['Message'];
export type MessageList = components['schemas']['MessageList'];
export type MessageSend = components['schemas']['MessageSend'];
export type MessageEdit = components['schemas']['MessageEdit'];
export type Typing = components['schemas']['Typing'];
export type MemberAdd = components['schemas']['MemberAdd'];
export type MembersAdd = components['schemas']['MembersAdd'];
export type MemberArray = components['schemas']['MemberArray'];
export type MembersRemove = components['schemas']['MembersRemove'];
export type DirectChannelCreate = components['schemas']['DirectChannelCreate'];
export type FileUpload = components['schemas']['FileUpload'];
export type UploadedFile = components['schemas']['UploadedFile'];
export type PrivateChannelCreate = components['schemas']['PrivateChannelCreate'];
export type PublicChannelCreate = components['schemas']['PublicChannelCreate'];
export type Role = components['schemas']['Role'];
export type RoleList = components['schemas']['RoleList'];
export type RoleCreate = components['schemas']['RoleCreate'];
export type RoleUpdate = components['schemas']['RoleUpdate'];
export type UserList = components['schemas']['UserList'];
export type UserCreate = components['schemas']['UserCreate'];
export type UserUpdate = components['schemas']['UserUpdate'];
export type ResponseBadRequest = components['responses']['BadRequest'];
export type ResponseUnauthorized = components['responses']['Unauthorized'];
export type ResponseForbidden = components['responses']['Forbidden'];
export type ResponseTooManyRequests = components['responses']['TooManyRequests'];
export type ResponseInternalServerError = components['responses']['InternalServerError'];
export type ResponsePayloadTooLarge = components['responses']['PayloadTooLarge'];
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType'];
export type ResponseUnprocessableContent = components['responses']['UnprocessableContent'];
export type ResponseNotFound = components['responses']['NotFound'];
export type ResponseConflict = components['responses']['Conflict'];
export type ParameterChannelFilter = components['parameters']['ChannelFilter'];
export type ParameterLimit = components['parameters']['Limit'];
export type ParameterOffset = components['parameters']['Offset'];
export type ParameterChannelId = components['parameters']['ChannelId'];
export type ParameterMessageId = components['parameters']['MessageId'];
export type ParameterFrom = components['parameters']['From'];
export type ParameterFileName = components['parameters']['FileName'];
export type ParameterRoleId = components['parameters']['RoleId'];
export type ParameterUsername = components['parameters']['Username'];
export type HeaderRetryAfter = components['headers']['RetryAfter'];
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
            /** @description The application */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateApplication: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description What to change */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApplicationUpdate"];
            };
        };
        responses: {
            /** @description The changed application */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Application"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
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
            /** @description The storage information */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StorageInfo"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listChannels: {
        parameters: {
            query?: {
                /**
                 * @description Conditions of the form `field:operator:value`. Repeat the parameter for more: a channel must meet them all.
                 *     `in` takes several values separated by `;`. Decided here: the documentation also shows `&`, which would end the parameter.
                 */
                filter?: components["parameters"]["ChannelFilter"];
                /**
                 * @description How many items to return at most. Sceyt's own clients ask for 1 to 50.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many items to skip.
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
            /** @description A page of channels */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** @description What to change */
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChannelUpdate"];
            };
        };
        responses: {
            /** @description The changed channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteChannel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The channel is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listBlockedMembers: {
        parameters: {
            query?: {
                /**
                 * @description How many items to return at most. Sceyt's own clients ask for 1 to 50.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many items to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of blocked members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listMessages: {
        parameters: {
            query?: {
                /**
                 * @description How many items to return at most. Sceyt's own clients ask for 1 to 50.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many items to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of messages */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    sendMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** @description The message to send */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageSend"];
            };
        };
        responses: {
            /** @description The message sent */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    editMessage: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
                /** @description Id of the message. */
                messageId: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        /** @description The new text */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MessageEdit"];
            };
        };
        responses: {
            /** @description The edited message */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Message"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteMessage: {
        parameters: {
            query: {
                /**
                 * @description Username on whose behalf the message is deleted.
                 *     Decided here: the documentation names it, but not its place. A query survives every proxy; the body of a DELETE may not.
                 */
                from: components["parameters"]["From"];
            };
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
                /** @description Id of the message. */
                messageId: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The message is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    startTyping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** @description Who types */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Typing"];
            };
        };
        responses: {
            /** @description The others are told */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    stopTyping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** @description Who types */
        requestBody: {
            content: {
                "application/json": components["schemas"]["Typing"];
            };
        };
        responses: {
            /** @description The others are told */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listChannelMembers: {
        parameters: {
            query?: {
                /**
                 * @description How many items to return at most. Sceyt's own clients ask for 1 to 50.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many items to skip.
                 * @example 0
                 */
                offset?: components["parameters"]["Offset"];
            };
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of members */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    addChannelMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** @description The users to add */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembersAdd"];
            };
        };
        responses: {
            /** @description The members added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberArray"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    removeChannelMembers: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the channel. */
                channelId: components["parameters"]["ChannelId"];
            };
            cookie?: never;
        };
        /** @description The members to remove */
        requestBody: {
            content: {
                "application/json": components["schemas"]["MembersRemove"];
            };
        };
        responses: {
            /** @description The members removed */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MemberArray"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createDirectChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The two users who talk */
        requestBody: {
            content: {
                "application/json": components["schemas"]["DirectChannelCreate"];
            };
        };
        responses: {
            /** @description The new channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    uploadFile: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The file, as a form with one field */
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["FileUpload"];
            };
        };
        responses: {
            /** @description Where the file is found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFile"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    downloadFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the file, which is the last segment of the URL that the upload answered with. */
                fileName: components["parameters"]["FileName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The content of the file */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": Blob;
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the file, which is the last segment of the URL that the upload answered with. */
                fileName: components["parameters"]["FileName"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteMessageAttachments: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the message. */
                messageId: components["parameters"]["MessageId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The attachments are gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createPrivateChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The channel to make */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PrivateChannelCreate"];
            };
        };
        responses: {
            /** @description The new channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createPublicChannel: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The channel to make */
        requestBody: {
            content: {
                "application/json": components["schemas"]["PublicChannelCreate"];
            };
        };
        responses: {
            /** @description The new channel */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Channel"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
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
            /** @description All roles */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createRole: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The role to make */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleCreate"];
            };
        };
        responses: {
            /** @description The new role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the role. */
                roleId: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the role. */
                roleId: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        /** @description What to change */
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleUpdate"];
            };
        };
        responses: {
            /** @description The changed role */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteRole: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Number of the role. */
                roleId: components["parameters"]["RoleId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The role is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /**
                 * @description How many items to return at most. Sceyt's own clients ask for 1 to 50.
                 * @example 2
                 */
                limit?: components["parameters"]["Limit"];
                /**
                 * @description How many items to skip.
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
            /** @description A page of users */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserList"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    createUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description The user to make */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserCreate"];
            };
        };
        responses: {
            /** @description The new user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            409: components["responses"]["Conflict"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the user. A URL carries it percent-encoded. */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    updateUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the user. A URL carries it percent-encoded. */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        /** @description What to change */
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserUpdate"];
            };
        };
        responses: {
            /** @description The changed user */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["User"];
                };
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            413: components["responses"]["PayloadTooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["UnprocessableContent"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
    deleteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the user. A URL carries it percent-encoded. */
                username: components["parameters"]["Username"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The user is gone */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["BadRequest"];
            401: components["responses"]["Unauthorized"];
            403: components["responses"]["Forbidden"];
            404: components["responses"]["NotFound"];
            429: components["responses"]["TooManyRequests"];
            500: components["responses"]["InternalServerError"];
        };
    };
}
