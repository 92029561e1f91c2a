// Made by `npm run generate` from openapi/. Do not edit.
class a {
  listed = [];
  count = 0;
  constructor(i) {
    this.push(i);
  }
  push(i) {
    this.count++ < 100 && this.listed.push(i);
  }
  add({ listed: i, count: h }) {
    for (const w of i) this.listed.length < 100 && this.listed.push(w);
    return this.count += h, this;
  }
  get length() {
    return this.count;
  }
  // Ajv drops the errors of the other schemas of a union so.
  set length(i) {
    this.count = i, this.listed.length = Math.min(this.listed.length, i);
  }
}
const je = I;
const p = Object.prototype.hasOwnProperty;
function I(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = I.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.name !== void 0 && p.call(r, "name") && typeof r.name != "string") {
      const s = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.public_key !== void 0 && p.call(r, "public_key") && typeof r.public_key != "string") {
      const s = { instancePath: i + "/public_key", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return I.errors = e, t === 0;
}
I.evaluated = { props: { name: !0, public_key: !0 }, dynamicProps: !1, dynamicItems: !1 };
const l = R;
function R(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = R.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.code === void 0 || !p.call(r, "code")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.message === void 0 || !p.call(r, "message")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.code !== void 0 && p.call(r, "code")) {
      let s = r.code;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/code", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.message !== void 0 && p.call(r, "message") && typeof r.message != "string") {
      const s = { instancePath: i + "/message", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.type !== void 0 && p.call(r, "type") && typeof r.type != "string") {
      const s = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.traceId !== void 0 && p.call(r, "traceId") && typeof r.traceId != "string") {
      const s = { instancePath: i + "/traceId", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return R.errors = e, t === 0;
}
R.evaluated = { props: { code: !0, message: !0, type: !0, traceId: !0 }, dynamicProps: !1, dynamicItems: !1 };
const qe = Z;
function Z(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = Z.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.name !== void 0 && p.call(r, "name") && typeof r.name != "string") {
      const s = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return Z.errors = e, t === 0;
}
Z.evaluated = { props: { name: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ie = S;
function S(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = S.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), !(r && typeof r == "object" && !Array.isArray(r))) {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return S.errors = e, t === 0;
}
S.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const Te = T, $e = { type: "object", required: ["name"], additionalProperties: !0, properties: { name: { type: "string", minLength: 1 }, discoverable: { type: "boolean" }, allowJoin: { type: "boolean" }, distinct: { type: "boolean" }, defaultMembershipRole: { type: "string" }, roleOverrides: { type: ["object", "array"], additionalProperties: !0, items: {} } }, $id: "ChannelTypeCreate" }, v = function(i) {
  const h = i.length;
  let w = 0, c = 0, d;
  for (; c < h; )
    w++, d = i.charCodeAt(c++), d >= 55296 && d <= 56319 && c < h && (d = i.charCodeAt(c), (d & 64512) === 56320 && c++);
  return w;
};
function T(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = T.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.name === void 0 || !p.call(r, "name")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.name !== void 0 && p.call(r, "name")) {
      let s = r.name;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.discoverable !== void 0 && p.call(r, "discoverable") && typeof r.discoverable != "boolean") {
      const s = { instancePath: i + "/discoverable", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.allowJoin !== void 0 && p.call(r, "allowJoin") && typeof r.allowJoin != "boolean") {
      const s = { instancePath: i + "/allowJoin", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.distinct !== void 0 && p.call(r, "distinct") && typeof r.distinct != "boolean") {
      const s = { instancePath: i + "/distinct", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.defaultMembershipRole !== void 0 && p.call(r, "defaultMembershipRole") && typeof r.defaultMembershipRole != "string") {
      const s = { instancePath: i + "/defaultMembershipRole", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.roleOverrides !== void 0 && p.call(r, "roleOverrides")) {
      let s = r.roleOverrides;
      if (!s || typeof s != "object") {
        const n = { instancePath: i + "/roleOverrides", keyword: "type", params: { type: $e.properties.roleOverrides.type }, message: "must be object,array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return T.errors = e, t === 0;
}
T.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const Le = Q;
function Q(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = Q.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.name !== void 0 && p.call(r, "name") && typeof r.name != "string") {
      const s = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return Q.errors = e, t === 0;
}
Q.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const U = { type: "object", required: ["next"], properties: { current: { type: ["string", "null"] }, previews: { type: ["string", "null"] }, next: { type: ["string", "null"] }, first: { type: ["string", "null"] }, last: { type: ["string", "null"] } }, $id: "Links" };
function P(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = P.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.next === void 0 || !p.call(r, "next")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "next" }, message: "must have required property 'next'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.current !== void 0 && p.call(r, "current")) {
      let s = r.current;
      if (typeof s != "string" && s !== null) {
        const n = { instancePath: i + "/current", keyword: "type", params: { type: U.properties.current.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.previews !== void 0 && p.call(r, "previews")) {
      let s = r.previews;
      if (typeof s != "string" && s !== null) {
        const n = { instancePath: i + "/previews", keyword: "type", params: { type: U.properties.previews.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.next !== void 0 && p.call(r, "next")) {
      let s = r.next;
      if (typeof s != "string" && s !== null) {
        const n = { instancePath: i + "/next", keyword: "type", params: { type: U.properties.next.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.first !== void 0 && p.call(r, "first")) {
      let s = r.first;
      if (typeof s != "string" && s !== null) {
        const n = { instancePath: i + "/first", keyword: "type", params: { type: U.properties.first.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.last !== void 0 && p.call(r, "last")) {
      let s = r.last;
      if (typeof s != "string" && s !== null) {
        const n = { instancePath: i + "/last", keyword: "type", params: { type: U.properties.last.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return P.errors = e, t === 0;
}
P.evaluated = { props: { current: !0, previews: !0, next: !0, first: !0, last: !0 }, dynamicProps: !1, dynamicItems: !1 };
const he = N;
function N(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = N.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.username === void 0 || !p.call(r, "username")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.username !== void 0 && p.call(r, "username")) {
      let s = r.username;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.first_name !== void 0 && p.call(r, "first_name") && typeof r.first_name != "string") {
      const s = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.last_name !== void 0 && p.call(r, "last_name") && typeof r.last_name != "string") {
      const s = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.avatar !== void 0 && p.call(r, "avatar") && typeof r.avatar != "string") {
      const s = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.created_at !== void 0 && p.call(r, "created_at") && typeof r.created_at != "string") {
      const s = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.updated_at !== void 0 && p.call(r, "updated_at") && typeof r.updated_at != "string") {
      const s = { instancePath: i + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.last_login_at !== void 0 && p.call(r, "last_login_at") && typeof r.last_login_at != "string") {
      const s = { instancePath: i + "/last_login_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.presence_status !== void 0 && p.call(r, "presence_status")) {
      let s = r.presence_status;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/presence_status", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return N.errors = e, t === 0;
}
N.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar: !0, created_at: !0, updated_at: !0, last_login_at: !0, presence_status: !0 }, dynamicProps: !1, dynamicItems: !1 };
function x(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = x.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.id === void 0 || !p.call(r, "id")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.from === void 0 || !p.call(r, "from")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.body === void 0 || !p.call(r, "body")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.id !== void 0 && p.call(r, "id")) {
      let s = r.id;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.from !== void 0 && p.call(r, "from")) {
      let s = r.from;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.body !== void 0 && p.call(r, "body") && typeof r.body != "string") {
      const s = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return x.errors = e, t === 0;
}
x.evaluated = { props: { id: !0, from: !0, body: !0 }, dynamicProps: !1, dynamicItems: !1 };
const z = $, Oe = { type: "object", required: ["id"], properties: { id: { type: "string", minLength: 1 }, uri: { type: "string" }, subject: { type: "string" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, created_at: { type: "string" }, type: { type: ["integer", "string"], "x-enum-varnames": { none: 0, private: 1, public: 2, direct: 3 } }, members_count: { type: "integer" }, owner: { $ref: "User" }, last_message: { oneOf: [{ $ref: "LastMessage" }, { type: "null" }] } }, $id: "Channel" };
function $(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = $.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.id === void 0 || !p.call(r, "id")) {
      const o = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(o) : e.push(o), t++;
    }
    if (r.id !== void 0 && p.call(r, "id")) {
      let o = r.id;
      if (typeof o == "string") {
        if (v(o) < 1) {
          const y = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(y) : e.push(y), t++;
        }
      } else {
        const y = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(y) : e.push(y), t++;
      }
    }
    if (r.uri !== void 0 && p.call(r, "uri") && typeof r.uri != "string") {
      const o = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(o) : e.push(o), t++;
    }
    if (r.subject !== void 0 && p.call(r, "subject") && typeof r.subject != "string") {
      const o = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(o) : e.push(o), t++;
    }
    if (r.label !== void 0 && p.call(r, "label") && typeof r.label != "string") {
      const o = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(o) : e.push(o), t++;
    }
    if (r.metadata !== void 0 && p.call(r, "metadata") && typeof r.metadata != "string") {
      const o = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(o) : e.push(o), t++;
    }
    if (r.avatar !== void 0 && p.call(r, "avatar") && typeof r.avatar != "string") {
      const o = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(o) : e.push(o), t++;
    }
    if (r.created_at !== void 0 && p.call(r, "created_at") && typeof r.created_at != "string") {
      const o = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(o) : e.push(o), t++;
    }
    if (r.type !== void 0 && p.call(r, "type")) {
      let o = r.type;
      if (!(typeof o == "number" && !(o % 1) && !isNaN(o)) && typeof o != "string") {
        const y = { instancePath: i + "/type", keyword: "type", params: { type: Oe.properties.type.type }, message: "must be integer,string" };
        e === null ? e = new a(y) : e.push(y), t++;
      }
    }
    if (r.members_count !== void 0 && p.call(r, "members_count")) {
      let o = r.members_count;
      if (!(typeof o == "number" && !(o % 1) && !isNaN(o))) {
        const y = { instancePath: i + "/members_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(y) : e.push(y), t++;
      }
    }
    if (r.owner !== void 0 && p.call(r, "owner") && (N(r.owner, { instancePath: i + "/owner", parentData: r, parentDataProperty: "owner", rootData: c, dynamicAnchors: d }) || (e = e === null ? N.errors : e.add(N.errors), t = e.length)), r.last_message !== void 0 && p.call(r, "last_message")) {
      let o = r.last_message;
      const y = t;
      let u = !1, f = null;
      const b = t;
      x(o, { instancePath: i + "/last_message", parentData: r, parentDataProperty: "last_message", rootData: c, dynamicAnchors: d }) || (e = e === null ? x.errors : e.add(x.errors), t = e.length);
      var n = b === t;
      if (n) {
        u = !0, f = 0;
        var s = {};
        s.id = !0, s.from = !0, s.body = !0;
      }
      const k = t;
      if (o !== null) {
        const g = { instancePath: i + "/last_message", keyword: "type", params: { type: "null" }, message: "must be null" };
        e === null ? e = new a(g) : e.push(g), t++;
      }
      var n = k === t;
      if (n && u ? (u = !1, f = [f, 1]) : n && (u = !0, f = 1), u)
        t = y, e !== null && (y ? e.length = y : e = null);
      else {
        const g = { instancePath: i + "/last_message", keyword: "oneOf", params: { passingSchemas: f }, message: "must match exactly one schema in oneOf" };
        e === null ? e = new a(g) : e.push(g), t++;
      }
    }
  } else {
    const o = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(o) : e.push(o), t++;
  }
  return $.errors = e, t === 0;
}
$.evaluated = { props: { id: !0, uri: !0, subject: !0, label: !0, metadata: !0, avatar: !0, created_at: !0, type: !0, members_count: !0, owner: !0, last_message: !0 }, dynamicProps: !1, dynamicItems: !1 };
const xe = F;
function F(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = F.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.count === void 0 || !p.call(r, "count")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.total_count === void 0 || !p.call(r, "total_count")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.links === void 0 || !p.call(r, "links")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.items === void 0 || !p.call(r, "items")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.count !== void 0 && p.call(r, "count")) {
      let s = r.count;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.total_count !== void 0 && p.call(r, "total_count")) {
      let s = r.total_count;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.links !== void 0 && p.call(r, "links") && (P(r.links, { instancePath: i + "/links", parentData: r, parentDataProperty: "links", rootData: c, dynamicAnchors: d }) || (e = e === null ? P.errors : e.add(P.errors), t = e.length)), r.items !== void 0 && p.call(r, "items")) {
      let s = r.items;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          $(s[o], { instancePath: i + "/items/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? $.errors : e.add($.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/items", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return F.errors = e, t === 0;
}
F.evaluated = { props: { count: !0, total_count: !0, links: !0, items: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ee = B, Me = { type: "object", properties: { subject: { type: "string" }, uri: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_-]+$" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, owner: { type: "string", minLength: 1 }, type: { type: ["integer", "string"], minLength: 1 }, options: { writeOnly: !0, type: "object", additionalProperties: !0 } }, $id: "ChannelUpdate" }, ve = new RegExp("^[A-Za-z0-9_-]+$", "u");
function B(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = B.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.subject !== void 0 && p.call(r, "subject") && typeof r.subject != "string") {
      const s = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.uri !== void 0 && p.call(r, "uri")) {
      let s = r.uri;
      if (typeof s == "string") {
        if (v(s) > 128) {
          const n = { instancePath: i + "/uri", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (v(s) < 1) {
          const n = { instancePath: i + "/uri", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (!ve.test(s)) {
          const n = { instancePath: i + "/uri", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.label !== void 0 && p.call(r, "label") && typeof r.label != "string") {
      const s = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.metadata !== void 0 && p.call(r, "metadata") && typeof r.metadata != "string") {
      const s = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.avatar !== void 0 && p.call(r, "avatar") && typeof r.avatar != "string") {
      const s = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.owner !== void 0 && p.call(r, "owner")) {
      let s = r.owner;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.type !== void 0 && p.call(r, "type")) {
      let s = r.type;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s)) && typeof s != "string") {
        const n = { instancePath: i + "/type", keyword: "type", params: { type: Me.properties.type.type }, message: "must be integer,string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "string" && v(s) < 1) {
        const n = { instancePath: i + "/type", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.options !== void 0 && p.call(r, "options")) {
      let s = r.options;
      if (!(s && typeof s == "object" && !Array.isArray(s))) {
        const n = { instancePath: i + "/options", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return B.errors = e, t === 0;
}
B.evaluated = { props: { subject: !0, uri: !0, label: !0, metadata: !0, avatar: !0, owner: !0, type: !0, options: !0 }, dynamicProps: !1, dynamicItems: !1 };
function D(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = D.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.username === void 0 || !p.call(r, "username")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.username !== void 0 && p.call(r, "username")) {
      let s = r.username;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.first_name !== void 0 && p.call(r, "first_name") && typeof r.first_name != "string") {
      const s = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.last_name !== void 0 && p.call(r, "last_name") && typeof r.last_name != "string") {
      const s = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.avatar !== void 0 && p.call(r, "avatar") && typeof r.avatar != "string") {
      const s = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.created_at !== void 0 && p.call(r, "created_at") && typeof r.created_at != "string") {
      const s = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.updated_at !== void 0 && p.call(r, "updated_at") && typeof r.updated_at != "string") {
      const s = { instancePath: i + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.status !== void 0 && p.call(r, "status")) {
      let s = r.status;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/status", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.role !== void 0 && p.call(r, "role") && typeof r.role != "string") {
      const s = { instancePath: i + "/role", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return D.errors = e, t === 0;
}
D.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar: !0, created_at: !0, updated_at: !0, status: !0, role: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ae = J;
function J(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = J.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.count === void 0 || !p.call(r, "count")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.total_count === void 0 || !p.call(r, "total_count")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.links === void 0 || !p.call(r, "links")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.users === void 0 || !p.call(r, "users")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.count !== void 0 && p.call(r, "count")) {
      let s = r.count;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.total_count !== void 0 && p.call(r, "total_count")) {
      let s = r.total_count;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.links !== void 0 && p.call(r, "links") && (P(r.links, { instancePath: i + "/links", parentData: r, parentDataProperty: "links", rootData: c, dynamicAnchors: d }) || (e = e === null ? P.errors : e.add(P.errors), t = e.length)), r.users !== void 0 && p.call(r, "users")) {
      let s = r.users;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          D(s[o], { instancePath: i + "/users/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? D.errors : e.add(D.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return J.errors = e, t === 0;
}
J.evaluated = { props: { count: !0, total_count: !0, links: !0, users: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ce = { type: "object", properties: { name: { type: "string" }, type: { type: "string" }, meta: { type: "string" }, url: { type: "string" }, size: { type: ["integer", "string"], minimum: 0 } }, $id: "Attachment" };
function E(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = E.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.name !== void 0 && p.call(r, "name") && typeof r.name != "string") {
      const s = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.type !== void 0 && p.call(r, "type") && typeof r.type != "string") {
      const s = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.meta !== void 0 && p.call(r, "meta") && typeof r.meta != "string") {
      const s = { instancePath: i + "/meta", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.url !== void 0 && p.call(r, "url") && typeof r.url != "string") {
      const s = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.size !== void 0 && p.call(r, "size")) {
      let s = r.size;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s)) && typeof s != "string") {
        const n = { instancePath: i + "/size", keyword: "type", params: { type: Ce.properties.size.type }, message: "must be integer,string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number" && (s < 0 || isNaN(s))) {
        const n = { instancePath: i + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return E.errors = e, t === 0;
}
E.evaluated = { props: { name: !0, type: !0, meta: !0, url: !0, size: !0 }, dynamicProps: !1, dynamicItems: !1 };
const _e = L;
function L(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = L.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.id === void 0 || !p.call(r, "id")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.from === void 0 || !p.call(r, "from")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.body === void 0 || !p.call(r, "body")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.id !== void 0 && p.call(r, "id")) {
      let s = r.id;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.from !== void 0 && p.call(r, "from")) {
      let s = r.from;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.body !== void 0 && p.call(r, "body") && typeof r.body != "string") {
      const s = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.type !== void 0 && p.call(r, "type") && typeof r.type != "string") {
      const s = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.metadata !== void 0 && p.call(r, "metadata") && typeof r.metadata != "string") {
      const s = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.attachments !== void 0 && p.call(r, "attachments")) {
      let s = r.attachments;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          E(s[o], { instancePath: i + "/attachments/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? E.errors : e.add(E.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return L.errors = e, t === 0;
}
L.evaluated = { props: { id: !0, from: !0, body: !0, type: !0, metadata: !0, attachments: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ue = X;
function X(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = X.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.count === void 0 || !p.call(r, "count")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.links === void 0 || !p.call(r, "links")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.messages === void 0 || !p.call(r, "messages")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "messages" }, message: "must have required property 'messages'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.count !== void 0 && p.call(r, "count")) {
      let s = r.count;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.links !== void 0 && p.call(r, "links") && (P(r.links, { instancePath: i + "/links", parentData: r, parentDataProperty: "links", rootData: c, dynamicAnchors: d }) || (e = e === null ? P.errors : e.add(P.errors), t = e.length)), r.messages !== void 0 && p.call(r, "messages")) {
      let s = r.messages;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          L(s[o], { instancePath: i + "/messages/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? L.errors : e.add(L.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/messages", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return X.errors = e, t === 0;
}
X.evaluated = { props: { count: !0, links: !0, messages: !0 }, dynamicProps: !1, dynamicItems: !1 };
function q(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = q.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.url === void 0 || !p.call(r, "url")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.name !== void 0 && p.call(r, "name") && typeof r.name != "string") {
      const s = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.type !== void 0 && p.call(r, "type") && typeof r.type != "string") {
      const s = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.meta !== void 0 && p.call(r, "meta") && typeof r.meta != "string") {
      const s = { instancePath: i + "/meta", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.url !== void 0 && p.call(r, "url") && typeof r.url != "string") {
      const s = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.size !== void 0 && p.call(r, "size")) {
      let s = r.size;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/size", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number" && (s < 0 || isNaN(s))) {
        const n = { instancePath: i + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return q.errors = e, t === 0;
}
q.evaluated = { props: { name: !0, type: !0, meta: !0, url: !0, size: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ze = H;
function H(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = H.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.from === void 0 || !p.call(r, "from")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.body === void 0 || !p.call(r, "body")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.from !== void 0 && p.call(r, "from")) {
      let s = r.from;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.body !== void 0 && p.call(r, "body") && typeof r.body != "string") {
      const s = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.type !== void 0 && p.call(r, "type") && typeof r.type != "string") {
      const s = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.metadata !== void 0 && p.call(r, "metadata") && typeof r.metadata != "string") {
      const s = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.attachments !== void 0 && p.call(r, "attachments")) {
      let s = r.attachments;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          q(s[o], { instancePath: i + "/attachments/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? q.errors : e.add(q.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return H.errors = e, t === 0;
}
H.evaluated = { props: { from: !0, body: !0, type: !0, metadata: !0, attachments: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Re = G;
function G(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = G.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.from === void 0 || !p.call(r, "from")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.body === void 0 || !p.call(r, "body")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.from !== void 0 && p.call(r, "from")) {
      let s = r.from;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.body !== void 0 && p.call(r, "body") && typeof r.body != "string") {
      const s = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return G.errors = e, t === 0;
}
G.evaluated = { props: { from: !0, body: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Pe = K;
function K(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = K.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.from === void 0 || !p.call(r, "from")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.from !== void 0 && p.call(r, "from")) {
      let s = r.from;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return K.errors = e, t === 0;
}
K.evaluated = { props: { from: !0 }, dynamicProps: !1, dynamicItems: !1 };
function _(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = _.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.username === void 0 || !p.call(r, "username")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.username !== void 0 && p.call(r, "username")) {
      let s = r.username;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.role !== void 0 && p.call(r, "role") && typeof r.role != "string") {
      const s = { instancePath: i + "/role", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return _.errors = e, t === 0;
}
_.evaluated = { props: { username: !0, role: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ze = V;
function V(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = V.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.members === void 0 || !p.call(r, "members")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.members !== void 0 && p.call(r, "members")) {
      let s = r.members;
      if (Array.isArray(s)) {
        if (s.length < 1) {
          const o = { instancePath: i + "/members", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = new a(o) : e.push(o), t++;
        }
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          _(s[o], { instancePath: i + "/members/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return V.errors = e, t === 0;
}
V.evaluated = { props: { members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ne = W;
function W(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = W.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), Array.isArray(r)) {
    const s = r.length;
    for (let n = 0; n < s && t < 1e3; n++)
      D(r[n], { instancePath: i + "/" + n, parentData: r, parentDataProperty: n, rootData: c, dynamicAnchors: d }) || (e = e === null ? D.errors : e.add(D.errors), t = e.length);
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return W.errors = e, t === 0;
}
W.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const Se = Y, Qe = { type: "object", required: ["members"], properties: { members: { writeOnly: !0, type: "array", minItems: 1, items: { type: ["string", "object"], minLength: 1, required: ["username"], properties: { username: { type: "string", minLength: 1 } } } } }, $id: "MembersRemove" };
function Y(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = Y.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.members === void 0 || !p.call(r, "members")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.members !== void 0 && p.call(r, "members")) {
      let s = r.members;
      if (Array.isArray(s)) {
        if (s.length < 1) {
          const o = { instancePath: i + "/members", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = new a(o) : e.push(o), t++;
        }
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++) {
          let y = s[o];
          if (typeof y != "string" && !(y && typeof y == "object" && !Array.isArray(y))) {
            const u = { instancePath: i + "/members/" + o, keyword: "type", params: { type: Qe.properties.members.items.type }, message: "must be string,object" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
          if (typeof y == "string" && v(y) < 1) {
            const u = { instancePath: i + "/members/" + o, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
          if (y && typeof y == "object" && !Array.isArray(y)) {
            if (y.username === void 0 || !p.call(y, "username")) {
              const u = { instancePath: i + "/members/" + o, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.username !== void 0 && p.call(y, "username")) {
              let u = y.username;
              if (typeof u == "string") {
                if (v(u) < 1) {
                  const f = { instancePath: i + "/members/" + o + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/members/" + o + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
          }
        }
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return Y.errors = e, t === 0;
}
Y.evaluated = { props: { members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Fe = ee;
function ee(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ee.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.members === void 0 || !p.call(r, "members")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.label !== void 0 && p.call(r, "label") && typeof r.label != "string") {
      const s = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.metadata !== void 0 && p.call(r, "metadata") && typeof r.metadata != "string") {
      const s = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.members !== void 0 && p.call(r, "members")) {
      let s = r.members;
      if (Array.isArray(s)) {
        if (s.length > 2) {
          const o = { instancePath: i + "/members", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" };
          e === null ? e = new a(o) : e.push(o), t++;
        }
        if (s.length < 2) {
          const o = { instancePath: i + "/members", keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items" };
          e === null ? e = new a(o) : e.push(o), t++;
        }
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          _(s[o], { instancePath: i + "/members/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return ee.errors = e, t === 0;
}
ee.evaluated = { props: { label: !0, metadata: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
function ke(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ke.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.files === void 0 || !p.call(r, "files")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.files !== void 0 && p.call(r, "files") && typeof r.files != "string") {
      const s = { instancePath: i + "/files", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return ke.errors = e, t === 0;
}
ke.evaluated = { props: { files: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Be = se;
function se(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = se.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.url === void 0 || !p.call(r, "url")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.url !== void 0 && p.call(r, "url")) {
      let s = r.url;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/url", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return se.errors = e, t === 0;
}
se.evaluated = { props: { url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Je = re;
function re(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = re.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.subject !== void 0 && p.call(r, "subject") && typeof r.subject != "string") {
      const s = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.label !== void 0 && p.call(r, "label") && typeof r.label != "string") {
      const s = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.metadata !== void 0 && p.call(r, "metadata") && typeof r.metadata != "string") {
      const s = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.avatar_url !== void 0 && p.call(r, "avatar_url") && typeof r.avatar_url != "string") {
      const s = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.owner !== void 0 && p.call(r, "owner")) {
      let s = r.owner;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.members !== void 0 && p.call(r, "members")) {
      let s = r.members;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          _(s[o], { instancePath: i + "/members/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return re.errors = e, t === 0;
}
re.evaluated = { props: { subject: !0, label: !0, metadata: !0, avatar_url: !0, owner: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Xe = te;
function te(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = te.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.subject !== void 0 && p.call(r, "subject") && typeof r.subject != "string") {
      const s = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.uri !== void 0 && p.call(r, "uri")) {
      let s = r.uri;
      if (typeof s == "string") {
        if (v(s) > 128) {
          const n = { instancePath: i + "/uri", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (v(s) < 1) {
          const n = { instancePath: i + "/uri", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (!ve.test(s)) {
          const n = { instancePath: i + "/uri", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.label !== void 0 && p.call(r, "label") && typeof r.label != "string") {
      const s = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.metadata !== void 0 && p.call(r, "metadata") && typeof r.metadata != "string") {
      const s = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.avatar_url !== void 0 && p.call(r, "avatar_url") && typeof r.avatar_url != "string") {
      const s = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.owner !== void 0 && p.call(r, "owner")) {
      let s = r.owner;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.members !== void 0 && p.call(r, "members")) {
      let s = r.members;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          _(s[o], { instancePath: i + "/members/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return te.errors = e, t === 0;
}
te.evaluated = { props: { subject: !0, uri: !0, label: !0, metadata: !0, avatar_url: !0, owner: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const we = O;
function O(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = O.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.id === void 0 || !p.call(r, "id")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.name === void 0 || !p.call(r, "name")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.id !== void 0 && p.call(r, "id")) {
      let s = r.id;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.app_id !== void 0 && p.call(r, "app_id") && typeof r.app_id != "string") {
      const s = { instancePath: i + "/app_id", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.name !== void 0 && p.call(r, "name")) {
      let s = r.name;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.description !== void 0 && p.call(r, "description") && typeof r.description != "string") {
      const s = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.access !== void 0 && p.call(r, "access")) {
      let s = r.access;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.priority !== void 0 && p.call(r, "priority")) {
      let s = r.priority;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number") {
        if (s > 99 || isNaN(s)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (s < 1 || isNaN(s)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (r.permissions !== void 0 && p.call(r, "permissions")) {
      let s = r.permissions;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++) {
          let y = s[o];
          if (!(typeof y == "number" && !(y % 1) && !isNaN(y))) {
            const u = { instancePath: i + "/permissions/" + o, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return O.errors = e, t === 0;
}
O.evaluated = { props: { id: !0, app_id: !0, name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const He = ne;
function ne(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ne.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), Array.isArray(r)) {
    const s = r.length;
    for (let n = 0; n < s && t < 1e3; n++)
      O(r[n], { instancePath: i + "/" + n, parentData: r, parentDataProperty: n, rootData: c, dynamicAnchors: d }) || (e = e === null ? O.errors : e.add(O.errors), t = e.length);
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return ne.errors = e, t === 0;
}
ne.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const Ge = ie;
function ie(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ie.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.name === void 0 || !p.call(r, "name")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.name !== void 0 && p.call(r, "name")) {
      let s = r.name;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.description !== void 0 && p.call(r, "description") && typeof r.description != "string") {
      const s = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.access !== void 0 && p.call(r, "access")) {
      let s = r.access;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.priority !== void 0 && p.call(r, "priority")) {
      let s = r.priority;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number") {
        if (s > 99 || isNaN(s)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (s < 1 || isNaN(s)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (r.permissions !== void 0 && p.call(r, "permissions")) {
      let s = r.permissions;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++) {
          let y = s[o];
          if (!(typeof y == "number" && !(y % 1) && !isNaN(y))) {
            const u = { instancePath: i + "/permissions/" + o, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return ie.errors = e, t === 0;
}
ie.evaluated = { props: { name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ke = ae;
function ae(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ae.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.name !== void 0 && p.call(r, "name")) {
      let s = r.name;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.description !== void 0 && p.call(r, "description") && typeof r.description != "string") {
      const s = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.access !== void 0 && p.call(r, "access")) {
      let s = r.access;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.priority !== void 0 && p.call(r, "priority")) {
      let s = r.priority;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number") {
        if (s > 99 || isNaN(s)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (s < 1 || isNaN(s)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (r.permissions !== void 0 && p.call(r, "permissions")) {
      let s = r.permissions;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++) {
          let y = s[o];
          if (!(typeof y == "number" && !(y % 1) && !isNaN(y))) {
            const u = { instancePath: i + "/permissions/" + o, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return ae.errors = e, t === 0;
}
ae.evaluated = { props: { name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ve = le;
function le(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = le.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.count === void 0 || !p.call(r, "count")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.total_count === void 0 || !p.call(r, "total_count")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.links === void 0 || !p.call(r, "links")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.users === void 0 || !p.call(r, "users")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.count !== void 0 && p.call(r, "count")) {
      let s = r.count;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.total_count !== void 0 && p.call(r, "total_count")) {
      let s = r.total_count;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.links !== void 0 && p.call(r, "links") && (P(r.links, { instancePath: i + "/links", parentData: r, parentDataProperty: "links", rootData: c, dynamicAnchors: d }) || (e = e === null ? P.errors : e.add(P.errors), t = e.length)), r.users !== void 0 && p.call(r, "users")) {
      let s = r.users;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          N(s[o], { instancePath: i + "/users/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? N.errors : e.add(N.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return le.errors = e, t === 0;
}
le.evaluated = { props: { count: !0, total_count: !0, links: !0, users: !0 }, dynamicProps: !1, dynamicItems: !1 };
const We = oe;
function oe(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = oe.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.username === void 0 || !p.call(r, "username")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.username !== void 0 && p.call(r, "username")) {
      let s = r.username;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.first_name !== void 0 && p.call(r, "first_name") && typeof r.first_name != "string") {
      const s = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.last_name !== void 0 && p.call(r, "last_name") && typeof r.last_name != "string") {
      const s = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.avatar_url !== void 0 && p.call(r, "avatar_url") && typeof r.avatar_url != "string") {
      const s = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return oe.errors = e, t === 0;
}
oe.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar_url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ye = pe;
function pe(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = pe.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.first_name !== void 0 && p.call(r, "first_name") && typeof r.first_name != "string") {
      const s = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.last_name !== void 0 && p.call(r, "last_name") && typeof r.last_name != "string") {
      const s = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.avatar_url !== void 0 && p.call(r, "avatar_url") && typeof r.avatar_url != "string") {
      const s = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return pe.errors = e, t === 0;
}
pe.evaluated = { props: { first_name: !0, last_name: !0, avatar_url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const es = me;
function me(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = me.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.filter !== void 0 && p.call(r, "filter")) {
      let s = r.filter;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          if (typeof s[o] != "string") {
            const y = { instancePath: i + "/filter/" + o, keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = new a(y) : e.push(y), t++;
          }
      } else {
        const n = { instancePath: i + "/filter", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.limit !== void 0 && p.call(r, "limit")) {
      let s = r.limit;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number") {
        if (s > 50 || isNaN(s)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (s < 1 || isNaN(s)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (r.offset !== void 0 && p.call(r, "offset")) {
      let s = r.offset;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number" && (s < 0 || isNaN(s))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return me.errors = e, t === 0;
}
me.evaluated = { props: { filter: !0, limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ss = ue;
function ue(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ue.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.limit !== void 0 && p.call(r, "limit")) {
      let s = r.limit;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number") {
        if (s > 50 || isNaN(s)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (s < 1 || isNaN(s)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (r.offset !== void 0 && p.call(r, "offset")) {
      let s = r.offset;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number" && (s < 0 || isNaN(s))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return ue.errors = e, t === 0;
}
ue.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const rs = ye;
function ye(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ye.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.limit !== void 0 && p.call(r, "limit")) {
      let s = r.limit;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number") {
        if (s > 50 || isNaN(s)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (s < 1 || isNaN(s)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (r.offset !== void 0 && p.call(r, "offset")) {
      let s = r.offset;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number" && (s < 0 || isNaN(s))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return ye.errors = e, t === 0;
}
ye.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ts = fe;
function fe(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = fe.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.from === void 0 || !p.call(r, "from")) {
      const s = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (r.from !== void 0 && p.call(r, "from")) {
      let s = r.from;
      if (typeof s == "string") {
        if (v(s) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return fe.errors = e, t === 0;
}
fe.evaluated = { props: { from: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ns = ce;
function ce(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ce.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.limit !== void 0 && p.call(r, "limit")) {
      let s = r.limit;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number") {
        if (s > 50 || isNaN(s)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (s < 1 || isNaN(s)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (r.offset !== void 0 && p.call(r, "offset")) {
      let s = r.offset;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number" && (s < 0 || isNaN(s))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return ce.errors = e, t === 0;
}
ce.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const is = de;
function de(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = de.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    if (r.limit !== void 0 && p.call(r, "limit")) {
      let s = r.limit;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number") {
        if (s > 50 || isNaN(s)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (s < 1 || isNaN(s)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (r.offset !== void 0 && p.call(r, "offset")) {
      let s = r.offset;
      if (!(typeof s == "number" && !(s % 1) && !isNaN(s))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof s == "number" && (s < 0 || isNaN(s))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return de.errors = e, t === 0;
}
de.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const os = ge, De = { type: "object", additionalProperties: !1, properties: { start: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$" }, lastIds: { type: "object", additionalProperties: !1, properties: { role: { type: "integer", minimum: 1 }, message: { type: "string", pattern: "^(0|[1-9]\\d{0,21})$" } } }, places: { type: "object", additionalProperties: !1, properties: { users: { $ref: "#/$defs/places" }, channels: { $ref: "#/$defs/places" } } }, application: { $ref: "Application", unevaluatedProperties: !1 }, roles: { type: "array", items: { type: "object", required: ["name"], additionalProperties: !1, properties: { id: { type: "integer", minimum: 1 }, app_id: { type: "string" }, name: { type: "string", minLength: 1 }, description: { type: "string" }, access: { type: "integer" }, priority: { type: "integer", minimum: 1, maximum: 99 }, permissions: { type: "array", items: { type: "integer" } } } } }, channelTypes: { type: "array", items: { $ref: "ChannelTypeCreate" } }, users: { type: "array", items: { $ref: "User", unevaluatedProperties: !1 } }, channels: { type: "array", items: { type: "object", required: ["type"], additionalProperties: !1, properties: { id: { type: "string", pattern: "^(0|[1-9]\\d{0,21})$" }, uri: { $ref: "ChannelUpdate#/properties/uri" }, subject: { type: "string" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, created_at: { type: "string" }, type: { type: "string", minLength: 1 }, owner: { type: "string", minLength: 1 }, members: { type: "array", items: { $ref: "MemberAdd", unevaluatedProperties: !1 } }, places: { type: "object", additionalProperties: !1, properties: { members: { $ref: "#/$defs/places" }, blocked: { $ref: "#/$defs/places" }, messages: { $ref: "#/$defs/places" } } }, blocked: { type: "array", items: { type: "string", minLength: 1 } }, messages: { type: "array", items: { type: "object", required: ["from", "body"], additionalProperties: !1, properties: { id: { type: "string", pattern: "^(0|[1-9]\\d{0,21})$" }, from: { type: "string", minLength: 1 }, body: { type: "string" }, type: { type: "string" }, metadata: { type: "string" }, attachments: { type: "array", items: { $ref: "AttachmentSend" } } } } } } } }, files: { type: "array", items: { type: "object", required: ["name", "content"], additionalProperties: !1, properties: { name: { type: "string", minLength: 1 }, type: { type: "string" }, content: { type: "string", pattern: "^[A-Za-z0-9+/]*={0,2}$" } } } } }, $defs: { places: { type: "array", items: { type: "array", items: { type: "integer", minimum: 0 }, minItems: 2, maxItems: 2 } } }, $id: "Seed" }, as = new RegExp("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$", "u"), be = new RegExp("^(0|[1-9]\\d{0,21})$", "u"), ls = new RegExp("^[A-Za-z0-9+/]*={0,2}$", "u");
function A(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = A.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), Array.isArray(r)) {
    const s = r.length;
    for (let n = 0; n < s && t < 1e3; n++) {
      let o = r[n];
      if (Array.isArray(o)) {
        if (o.length > 2) {
          const u = { instancePath: i + "/" + n, keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" };
          e === null ? e = new a(u) : e.push(u), t++;
        }
        if (o.length < 2) {
          const u = { instancePath: i + "/" + n, keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items" };
          e === null ? e = new a(u) : e.push(u), t++;
        }
        const y = o.length;
        for (let u = 0; u < y && t < 1e3; u++) {
          let f = o[u];
          if (!(typeof f == "number" && !(f % 1) && !isNaN(f))) {
            const b = { instancePath: i + "/" + n + "/" + u, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(b) : e.push(b), t++;
          }
          if (typeof f == "number" && (f < 0 || isNaN(f))) {
            const b = { instancePath: i + "/" + n + "/" + u, keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
            e === null ? e = new a(b) : e.push(b), t++;
          }
        }
      } else {
        const y = { instancePath: i + "/" + n, keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(y) : e.push(y), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return A.errors = e, t === 0;
}
A.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
function M(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = M.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), typeof r == "string") {
    if (v(r) > 128) {
      const s = { instancePath: i, keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (v(r) < 1) {
      const s = { instancePath: i, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
      e === null ? e = new a(s) : e.push(s), t++;
    }
    if (!ve.test(r)) {
      const s = { instancePath: i, keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
      e === null ? e = new a(s) : e.push(s), t++;
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "string" }, message: "must be string" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return M.errors = e, t === 0;
}
M.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ge(r, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = r, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ge.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), r && typeof r == "object" && !Array.isArray(r)) {
    for (const s of Object.keys(r)) {
      if (t >= 1e3) break;
      if (!p.call(De.properties, s)) {
        const n = { instancePath: i, keyword: "additionalProperties", params: { additionalProperty: s }, message: "must NOT have additional properties" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.start !== void 0 && p.call(r, "start")) {
      let s = r.start;
      if (typeof s == "string") {
        if (!as.test(s)) {
          const n = { instancePath: i + "/start", keyword: "pattern", params: { pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$" }, message: 'must match pattern "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$"' };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/start", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.lastIds !== void 0 && p.call(r, "lastIds")) {
      let s = r.lastIds;
      if (s && typeof s == "object" && !Array.isArray(s)) {
        for (const n of Object.keys(s)) {
          if (t >= 1e3) break;
          if (!(n === "role" || n === "message")) {
            const o = { instancePath: i + "/lastIds", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
            e === null ? e = new a(o) : e.push(o), t++;
          }
        }
        if (s.role !== void 0 && p.call(s, "role")) {
          let n = s.role;
          if (!(typeof n == "number" && !(n % 1) && !isNaN(n))) {
            const o = { instancePath: i + "/lastIds/role", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(o) : e.push(o), t++;
          }
          if (typeof n == "number" && (n < 1 || isNaN(n))) {
            const o = { instancePath: i + "/lastIds/role", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
            e === null ? e = new a(o) : e.push(o), t++;
          }
        }
        if (s.message !== void 0 && p.call(s, "message")) {
          let n = s.message;
          if (typeof n == "string") {
            if (!be.test(n)) {
              const o = { instancePath: i + "/lastIds/message", keyword: "pattern", params: { pattern: "^(0|[1-9]\\d{0,21})$" }, message: 'must match pattern "^(0|[1-9]\\d{0,21})$"' };
              e === null ? e = new a(o) : e.push(o), t++;
            }
          } else {
            const o = { instancePath: i + "/lastIds/message", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = new a(o) : e.push(o), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/lastIds", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.places !== void 0 && p.call(r, "places")) {
      let s = r.places;
      if (s && typeof s == "object" && !Array.isArray(s)) {
        for (const n of Object.keys(s)) {
          if (t >= 1e3) break;
          if (!(n === "users" || n === "channels")) {
            const o = { instancePath: i + "/places", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
            e === null ? e = new a(o) : e.push(o), t++;
          }
        }
        s.users !== void 0 && p.call(s, "users") && (A(s.users, { instancePath: i + "/places/users", parentData: s, parentDataProperty: "users", rootData: c, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length)), s.channels !== void 0 && p.call(s, "channels") && (A(s.channels, { instancePath: i + "/places/channels", parentData: s, parentDataProperty: "channels", rootData: c, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length));
      } else {
        const n = { instancePath: i + "/places", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.application !== void 0 && p.call(r, "application")) {
      let s = r.application;
      if (I(s, { instancePath: i + "/application", parentData: r, parentDataProperty: "application", rootData: c, dynamicAnchors: d }) || (e = e === null ? I.errors : e.add(I.errors), t = e.length), s && typeof s == "object" && !Array.isArray(s))
        for (const n of Object.keys(s)) {
          if (t >= 1e3) break;
          if (n !== "name" && n !== "public_key") {
            const o = { instancePath: i + "/application", keyword: "unevaluatedProperties", params: { unevaluatedProperty: n }, message: "must NOT have unevaluated properties" };
            e === null ? e = new a(o) : e.push(o), t++;
          }
        }
    }
    if (r.roles !== void 0 && p.call(r, "roles")) {
      let s = r.roles;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++) {
          let y = s[o];
          if (y && typeof y == "object" && !Array.isArray(y)) {
            if (y.name === void 0 || !p.call(y, "name")) {
              const u = { instancePath: i + "/roles/" + o, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            for (const u of Object.keys(y)) {
              if (t >= 1e3) break;
              if (!(u === "id" || u === "app_id" || u === "name" || u === "description" || u === "access" || u === "priority" || u === "permissions")) {
                const f = { instancePath: i + "/roles/" + o, keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.id !== void 0 && p.call(y, "id")) {
              let u = y.id;
              if (!(typeof u == "number" && !(u % 1) && !isNaN(u))) {
                const f = { instancePath: i + "/roles/" + o + "/id", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
              if (typeof u == "number" && (u < 1 || isNaN(u))) {
                const f = { instancePath: i + "/roles/" + o + "/id", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.app_id !== void 0 && p.call(y, "app_id") && typeof y.app_id != "string") {
              const u = { instancePath: i + "/roles/" + o + "/app_id", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.name !== void 0 && p.call(y, "name")) {
              let u = y.name;
              if (typeof u == "string") {
                if (v(u) < 1) {
                  const f = { instancePath: i + "/roles/" + o + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/roles/" + o + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.description !== void 0 && p.call(y, "description") && typeof y.description != "string") {
              const u = { instancePath: i + "/roles/" + o + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.access !== void 0 && p.call(y, "access")) {
              let u = y.access;
              if (!(typeof u == "number" && !(u % 1) && !isNaN(u))) {
                const f = { instancePath: i + "/roles/" + o + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.priority !== void 0 && p.call(y, "priority")) {
              let u = y.priority;
              if (!(typeof u == "number" && !(u % 1) && !isNaN(u))) {
                const f = { instancePath: i + "/roles/" + o + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
              if (typeof u == "number") {
                if (u > 99 || isNaN(u)) {
                  const f = { instancePath: i + "/roles/" + o + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
                if (u < 1 || isNaN(u)) {
                  const f = { instancePath: i + "/roles/" + o + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              }
            }
            if (y.permissions !== void 0 && p.call(y, "permissions")) {
              let u = y.permissions;
              if (Array.isArray(u)) {
                const f = u.length;
                for (let b = 0; b < f && t < 1e3; b++) {
                  let k = u[b];
                  if (!(typeof k == "number" && !(k % 1) && !isNaN(k))) {
                    const g = { instancePath: i + "/roles/" + o + "/permissions/" + b, keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    e === null ? e = new a(g) : e.push(g), t++;
                  }
                }
              } else {
                const f = { instancePath: i + "/roles/" + o + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
          } else {
            const u = { instancePath: i + "/roles/" + o, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/roles", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.channelTypes !== void 0 && p.call(r, "channelTypes")) {
      let s = r.channelTypes;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++)
          T(s[o], { instancePath: i + "/channelTypes/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? T.errors : e.add(T.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/channelTypes", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.users !== void 0 && p.call(r, "users")) {
      let s = r.users;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++) {
          let y = s[o];
          if (N(y, { instancePath: i + "/users/" + o, parentData: s, parentDataProperty: o, rootData: c, dynamicAnchors: d }) || (e = e === null ? N.errors : e.add(N.errors), t = e.length), y && typeof y == "object" && !Array.isArray(y))
            for (const u of Object.keys(y)) {
              if (t >= 1e3) break;
              if (u !== "username" && u !== "first_name" && u !== "last_name" && u !== "avatar" && u !== "created_at" && u !== "updated_at" && u !== "last_login_at" && u !== "presence_status") {
                const f = { instancePath: i + "/users/" + o, keyword: "unevaluatedProperties", params: { unevaluatedProperty: u }, message: "must NOT have unevaluated properties" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
        }
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.channels !== void 0 && p.call(r, "channels")) {
      let s = r.channels;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++) {
          let y = s[o];
          if (y && typeof y == "object" && !Array.isArray(y)) {
            if (y.type === void 0 || !p.call(y, "type")) {
              const u = { instancePath: i + "/channels/" + o, keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            for (const u of Object.keys(y)) {
              if (t >= 1e3) break;
              if (!p.call(De.properties.channels.items.properties, u)) {
                const f = { instancePath: i + "/channels/" + o, keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.id !== void 0 && p.call(y, "id")) {
              let u = y.id;
              if (typeof u == "string") {
                if (!be.test(u)) {
                  const f = { instancePath: i + "/channels/" + o + "/id", keyword: "pattern", params: { pattern: "^(0|[1-9]\\d{0,21})$" }, message: 'must match pattern "^(0|[1-9]\\d{0,21})$"' };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/channels/" + o + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.uri !== void 0 && p.call(y, "uri") && (M(y.uri, { instancePath: i + "/channels/" + o + "/uri", parentData: y, parentDataProperty: "uri", rootData: c, dynamicAnchors: d }) || (e = e === null ? M.errors : e.add(M.errors), t = e.length)), y.subject !== void 0 && p.call(y, "subject") && typeof y.subject != "string") {
              const u = { instancePath: i + "/channels/" + o + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.label !== void 0 && p.call(y, "label") && typeof y.label != "string") {
              const u = { instancePath: i + "/channels/" + o + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.metadata !== void 0 && p.call(y, "metadata") && typeof y.metadata != "string") {
              const u = { instancePath: i + "/channels/" + o + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.avatar !== void 0 && p.call(y, "avatar") && typeof y.avatar != "string") {
              const u = { instancePath: i + "/channels/" + o + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.created_at !== void 0 && p.call(y, "created_at") && typeof y.created_at != "string") {
              const u = { instancePath: i + "/channels/" + o + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.type !== void 0 && p.call(y, "type")) {
              let u = y.type;
              if (typeof u == "string") {
                if (v(u) < 1) {
                  const f = { instancePath: i + "/channels/" + o + "/type", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/channels/" + o + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.owner !== void 0 && p.call(y, "owner")) {
              let u = y.owner;
              if (typeof u == "string") {
                if (v(u) < 1) {
                  const f = { instancePath: i + "/channels/" + o + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/channels/" + o + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.members !== void 0 && p.call(y, "members")) {
              let u = y.members;
              if (Array.isArray(u)) {
                const f = u.length;
                for (let b = 0; b < f && t < 1e3; b++) {
                  let k = u[b];
                  if (_(k, { instancePath: i + "/channels/" + o + "/members/" + b, parentData: u, parentDataProperty: b, rootData: c, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length), k && typeof k == "object" && !Array.isArray(k))
                    for (const g of Object.keys(k)) {
                      if (t >= 1e3) break;
                      if (g !== "username" && g !== "role") {
                        const j = { instancePath: i + "/channels/" + o + "/members/" + b, keyword: "unevaluatedProperties", params: { unevaluatedProperty: g }, message: "must NOT have unevaluated properties" };
                        e === null ? e = new a(j) : e.push(j), t++;
                      }
                    }
                }
              } else {
                const f = { instancePath: i + "/channels/" + o + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.places !== void 0 && p.call(y, "places")) {
              let u = y.places;
              if (u && typeof u == "object" && !Array.isArray(u)) {
                for (const f of Object.keys(u)) {
                  if (t >= 1e3) break;
                  if (!(f === "members" || f === "blocked" || f === "messages")) {
                    const b = { instancePath: i + "/channels/" + o + "/places", keyword: "additionalProperties", params: { additionalProperty: f }, message: "must NOT have additional properties" };
                    e === null ? e = new a(b) : e.push(b), t++;
                  }
                }
                u.members !== void 0 && p.call(u, "members") && (A(u.members, { instancePath: i + "/channels/" + o + "/places/members", parentData: u, parentDataProperty: "members", rootData: c, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length)), u.blocked !== void 0 && p.call(u, "blocked") && (A(u.blocked, { instancePath: i + "/channels/" + o + "/places/blocked", parentData: u, parentDataProperty: "blocked", rootData: c, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length)), u.messages !== void 0 && p.call(u, "messages") && (A(u.messages, { instancePath: i + "/channels/" + o + "/places/messages", parentData: u, parentDataProperty: "messages", rootData: c, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length));
              } else {
                const f = { instancePath: i + "/channels/" + o + "/places", keyword: "type", params: { type: "object" }, message: "must be object" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.blocked !== void 0 && p.call(y, "blocked")) {
              let u = y.blocked;
              if (Array.isArray(u)) {
                const f = u.length;
                for (let b = 0; b < f && t < 1e3; b++) {
                  let k = u[b];
                  if (typeof k == "string") {
                    if (v(k) < 1) {
                      const g = { instancePath: i + "/channels/" + o + "/blocked/" + b, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                  } else {
                    const g = { instancePath: i + "/channels/" + o + "/blocked/" + b, keyword: "type", params: { type: "string" }, message: "must be string" };
                    e === null ? e = new a(g) : e.push(g), t++;
                  }
                }
              } else {
                const f = { instancePath: i + "/channels/" + o + "/blocked", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.messages !== void 0 && p.call(y, "messages")) {
              let u = y.messages;
              if (Array.isArray(u)) {
                const f = u.length;
                for (let b = 0; b < f && t < 1e3; b++) {
                  let k = u[b];
                  if (k && typeof k == "object" && !Array.isArray(k)) {
                    if (k.from === void 0 || !p.call(k, "from")) {
                      const g = { instancePath: i + "/channels/" + o + "/messages/" + b, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                    if (k.body === void 0 || !p.call(k, "body")) {
                      const g = { instancePath: i + "/channels/" + o + "/messages/" + b, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                    for (const g of Object.keys(k)) {
                      if (t >= 1e3) break;
                      if (!(g === "id" || g === "from" || g === "body" || g === "type" || g === "metadata" || g === "attachments")) {
                        const j = { instancePath: i + "/channels/" + o + "/messages/" + b, keyword: "additionalProperties", params: { additionalProperty: g }, message: "must NOT have additional properties" };
                        e === null ? e = new a(j) : e.push(j), t++;
                      }
                    }
                    if (k.id !== void 0 && p.call(k, "id")) {
                      let g = k.id;
                      if (typeof g == "string") {
                        if (!be.test(g)) {
                          const j = { instancePath: i + "/channels/" + o + "/messages/" + b + "/id", keyword: "pattern", params: { pattern: "^(0|[1-9]\\d{0,21})$" }, message: 'must match pattern "^(0|[1-9]\\d{0,21})$"' };
                          e === null ? e = new a(j) : e.push(j), t++;
                        }
                      } else {
                        const j = { instancePath: i + "/channels/" + o + "/messages/" + b + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
                        e === null ? e = new a(j) : e.push(j), t++;
                      }
                    }
                    if (k.from !== void 0 && p.call(k, "from")) {
                      let g = k.from;
                      if (typeof g == "string") {
                        if (v(g) < 1) {
                          const j = { instancePath: i + "/channels/" + o + "/messages/" + b + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          e === null ? e = new a(j) : e.push(j), t++;
                        }
                      } else {
                        const j = { instancePath: i + "/channels/" + o + "/messages/" + b + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
                        e === null ? e = new a(j) : e.push(j), t++;
                      }
                    }
                    if (k.body !== void 0 && p.call(k, "body") && typeof k.body != "string") {
                      const g = { instancePath: i + "/channels/" + o + "/messages/" + b + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                    if (k.type !== void 0 && p.call(k, "type") && typeof k.type != "string") {
                      const g = { instancePath: i + "/channels/" + o + "/messages/" + b + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                    if (k.metadata !== void 0 && p.call(k, "metadata") && typeof k.metadata != "string") {
                      const g = { instancePath: i + "/channels/" + o + "/messages/" + b + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                    if (k.attachments !== void 0 && p.call(k, "attachments")) {
                      let g = k.attachments;
                      if (Array.isArray(g)) {
                        const j = g.length;
                        for (let C = 0; C < j && t < 1e3; C++)
                          q(g[C], { instancePath: i + "/channels/" + o + "/messages/" + b + "/attachments/" + C, parentData: g, parentDataProperty: C, rootData: c, dynamicAnchors: d }) || (e = e === null ? q.errors : e.add(q.errors), t = e.length);
                      } else {
                        const j = { instancePath: i + "/channels/" + o + "/messages/" + b + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
                        e === null ? e = new a(j) : e.push(j), t++;
                      }
                    }
                  } else {
                    const g = { instancePath: i + "/channels/" + o + "/messages/" + b, keyword: "type", params: { type: "object" }, message: "must be object" };
                    e === null ? e = new a(g) : e.push(g), t++;
                  }
                }
              } else {
                const f = { instancePath: i + "/channels/" + o + "/messages", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
          } else {
            const u = { instancePath: i + "/channels/" + o, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/channels", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (r.files !== void 0 && p.call(r, "files")) {
      let s = r.files;
      if (Array.isArray(s)) {
        const n = s.length;
        for (let o = 0; o < n && t < 1e3; o++) {
          let y = s[o];
          if (y && typeof y == "object" && !Array.isArray(y)) {
            if (y.name === void 0 || !p.call(y, "name")) {
              const u = { instancePath: i + "/files/" + o, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.content === void 0 || !p.call(y, "content")) {
              const u = { instancePath: i + "/files/" + o, keyword: "required", params: { missingProperty: "content" }, message: "must have required property 'content'" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            for (const u of Object.keys(y)) {
              if (t >= 1e3) break;
              if (!(u === "name" || u === "type" || u === "content")) {
                const f = { instancePath: i + "/files/" + o, keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.name !== void 0 && p.call(y, "name")) {
              let u = y.name;
              if (typeof u == "string") {
                if (v(u) < 1) {
                  const f = { instancePath: i + "/files/" + o + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/files/" + o + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.type !== void 0 && p.call(y, "type") && typeof y.type != "string") {
              const u = { instancePath: i + "/files/" + o + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.content !== void 0 && p.call(y, "content")) {
              let u = y.content;
              if (typeof u == "string") {
                if (!ls.test(u)) {
                  const f = { instancePath: i + "/files/" + o + "/content", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+/]*={0,2}$" }, message: 'must match pattern "^[A-Za-z0-9+/]*={0,2}$"' };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/files/" + o + "/content", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
          } else {
            const u = { instancePath: i + "/files/" + o, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/files", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const s = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(s) : e.push(s), t++;
  }
  return ge.errors = e, t === 0;
}
ge.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const ps = {
  getApplication: { responses: { 200: je, 400: l, 401: l, 403: l, 429: l, 500: l } },
  updateApplication: { body: qe, responses: { 200: je, 400: l, 401: l, 403: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  getStorageInfo: { responses: { 200: Ie, 400: l, 401: l, 403: l, 429: l, 500: l } },
  createChannelType: { body: Te, responses: { 200: Le, 400: l, 401: l, 403: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  deleteChannelType: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  listChannels: { query: es, responses: { 200: xe, 400: l, 401: l, 403: l, 422: l, 429: l, 500: l } },
  getChannel: { responses: { 200: z, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  updateChannel: { body: Ee, responses: { 200: z, 400: l, 401: l, 403: l, 404: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  deleteChannel: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  listBlockedMembers: { query: ss, responses: { 200: Ae, 400: l, 401: l, 403: l, 404: l, 422: l, 429: l, 500: l } },
  listMessages: { query: rs, responses: { 200: Ue, 400: l, 401: l, 403: l, 404: l, 422: l, 429: l, 500: l } },
  sendMessage: { body: ze, responses: { 200: _e, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  editMessage: { body: Re, responses: { 200: _e, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  deleteMessage: { query: ts, responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 422: l, 429: l, 500: l } },
  startTyping: { body: Pe, responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  stopTyping: { body: Pe, responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  listChannelMembers: { query: ns, responses: { 200: Ae, 400: l, 401: l, 403: l, 404: l, 422: l, 429: l, 500: l } },
  addChannelMembers: { body: Ze, responses: { 200: Ne, 400: l, 401: l, 403: l, 404: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  removeChannelMembers: { body: Se, responses: { 200: Ne, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  createDirectChannel: { body: Fe, responses: { 200: z, 400: l, 401: l, 403: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  uploadFile: { responses: { 200: Be, 400: l, 401: l, 403: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  downloadFile: { responses: { 200: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  deleteFile: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  deleteMessageAttachments: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  createPrivateChannel: { body: Je, responses: { 200: z, 400: l, 401: l, 403: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  createPublicChannel: { body: Xe, responses: { 200: z, 400: l, 401: l, 403: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  listRoles: { responses: { 200: He, 400: l, 401: l, 403: l, 429: l, 500: l } },
  createRole: { body: Ge, responses: { 200: we, 400: l, 401: l, 403: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  getRole: { responses: { 200: we, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  updateRole: { body: Ke, responses: { 200: we, 400: l, 401: l, 403: l, 404: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  deleteRole: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 409: l, 429: l, 500: l } },
  listUsers: { query: is, responses: { 200: Ve, 400: l, 401: l, 403: l, 422: l, 429: l, 500: l } },
  createUser: { body: We, responses: { 200: he, 400: l, 401: l, 403: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  getUser: { responses: { 200: he, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  updateUser: { body: Ye, responses: { 200: he, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  deleteUser: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } }
};
const ms = { "": ["start", "lastIds", "places", "application", "roles", "channelTypes", "users", "channels", "files"], lastIds: ["role", "message"], places: ["users", "channels"], application: ["name", "public_key"], roles: ["id", "app_id", "name", "description", "access", "priority", "permissions"], users: ["username", "first_name", "last_name", "avatar", "created_at", "updated_at", "last_login_at", "presence_status"], channels: ["id", "uri", "subject", "label", "metadata", "avatar", "created_at", "type", "owner", "members", "places", "blocked", "messages"], "channels/members": ["username", "role"], "channels/places": ["members", "blocked", "messages"], "channels/messages": ["id", "from", "body", "type", "metadata", "attachments"], files: ["name", "type", "content"] }, us = "6aef9d2317ebd3f8";
export {
  ms as seedFields,
  os as validateSeed,
  ps as validators,
  us as validatorsHash
};
