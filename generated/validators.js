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
const o = Object.prototype.hasOwnProperty;
function I(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = I.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && o.call(s, "name") && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.public_key !== void 0 && o.call(s, "public_key") && typeof s.public_key != "string") {
      const r = { instancePath: i + "/public_key", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return I.errors = e, t === 0;
}
I.evaluated = { props: { name: !0, public_key: !0 }, dynamicProps: !1, dynamicItems: !1 };
const l = R;
function R(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = R.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.code === void 0 || !o.call(s, "code")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.message === void 0 || !o.call(s, "message")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.code !== void 0 && o.call(s, "code")) {
      let r = s.code;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/code", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.message !== void 0 && o.call(s, "message") && typeof s.message != "string") {
      const r = { instancePath: i + "/message", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.type !== void 0 && o.call(s, "type") && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.traceId !== void 0 && o.call(s, "traceId") && typeof s.traceId != "string") {
      const r = { instancePath: i + "/traceId", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return R.errors = e, t === 0;
}
R.evaluated = { props: { code: !0, message: !0, type: !0, traceId: !0 }, dynamicProps: !1, dynamicItems: !1 };
const qe = Z;
function Z(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = Z.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && o.call(s, "name") && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return Z.errors = e, t === 0;
}
Z.evaluated = { props: { name: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ie = S;
function S(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = S.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), !(s && typeof s == "object" && !Array.isArray(s))) {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
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
function T(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = T.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name === void 0 || !o.call(s, "name")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.name !== void 0 && o.call(s, "name")) {
      let r = s.name;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.discoverable !== void 0 && o.call(s, "discoverable") && typeof s.discoverable != "boolean") {
      const r = { instancePath: i + "/discoverable", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.allowJoin !== void 0 && o.call(s, "allowJoin") && typeof s.allowJoin != "boolean") {
      const r = { instancePath: i + "/allowJoin", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.distinct !== void 0 && o.call(s, "distinct") && typeof s.distinct != "boolean") {
      const r = { instancePath: i + "/distinct", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.defaultMembershipRole !== void 0 && o.call(s, "defaultMembershipRole") && typeof s.defaultMembershipRole != "string") {
      const r = { instancePath: i + "/defaultMembershipRole", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.roleOverrides !== void 0 && o.call(s, "roleOverrides")) {
      let r = s.roleOverrides;
      if (!r || typeof r != "object") {
        const n = { instancePath: i + "/roleOverrides", keyword: "type", params: { type: $e.properties.roleOverrides.type }, message: "must be object,array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return T.errors = e, t === 0;
}
T.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const Le = Q;
function Q(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = Q.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && o.call(s, "name") && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return Q.errors = e, t === 0;
}
Q.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const U = { type: "object", required: ["next"], properties: { current: { type: ["string", "null"] }, previews: { type: ["string", "null"] }, next: { type: ["string", "null"] }, first: { type: ["string", "null"] }, last: { type: ["string", "null"] } }, $id: "Links" };
function _(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = _.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.next === void 0 || !o.call(s, "next")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "next" }, message: "must have required property 'next'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.current !== void 0 && o.call(s, "current")) {
      let r = s.current;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/current", keyword: "type", params: { type: U.properties.current.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.previews !== void 0 && o.call(s, "previews")) {
      let r = s.previews;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/previews", keyword: "type", params: { type: U.properties.previews.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.next !== void 0 && o.call(s, "next")) {
      let r = s.next;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/next", keyword: "type", params: { type: U.properties.next.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.first !== void 0 && o.call(s, "first")) {
      let r = s.first;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/first", keyword: "type", params: { type: U.properties.first.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.last !== void 0 && o.call(s, "last")) {
      let r = s.last;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/last", keyword: "type", params: { type: U.properties.last.type }, message: "must be string,null" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return _.errors = e, t === 0;
}
_.evaluated = { props: { current: !0, previews: !0, next: !0, first: !0, last: !0 }, dynamicProps: !1, dynamicItems: !1 };
const he = P;
function P(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = P.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0 || !o.call(s, "username")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.username !== void 0 && o.call(s, "username")) {
      let r = s.username;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && o.call(s, "first_name") && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.last_name !== void 0 && o.call(s, "last_name") && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar !== void 0 && o.call(s, "avatar") && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.created_at !== void 0 && o.call(s, "created_at") && typeof s.created_at != "string") {
      const r = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.updated_at !== void 0 && o.call(s, "updated_at") && typeof s.updated_at != "string") {
      const r = { instancePath: i + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.last_login_at !== void 0 && o.call(s, "last_login_at") && typeof s.last_login_at != "string") {
      const r = { instancePath: i + "/last_login_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.presence_status !== void 0 && o.call(s, "presence_status")) {
      let r = s.presence_status;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/presence_status", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return P.errors = e, t === 0;
}
P.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar: !0, created_at: !0, updated_at: !0, last_login_at: !0, presence_status: !0 }, dynamicProps: !1, dynamicItems: !1 };
function x(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = x.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0 || !o.call(s, "id")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from === void 0 || !o.call(s, "from")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.body === void 0 || !o.call(s, "body")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.id !== void 0 && o.call(s, "id")) {
      let r = s.id;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.from !== void 0 && o.call(s, "from")) {
      let r = s.from;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && o.call(s, "body") && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return x.errors = e, t === 0;
}
x.evaluated = { props: { id: !0, from: !0, body: !0 }, dynamicProps: !1, dynamicItems: !1 };
const z = $, Oe = { type: "object", required: ["id"], properties: { id: { type: "string", minLength: 1 }, uri: { type: "string" }, subject: { type: "string" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, created_at: { type: "string" }, type: { type: ["integer", "string"], "x-enum-varnames": { none: 0, private: 1, public: 2, direct: 3 } }, members_count: { type: "integer" }, owner: { $ref: "User" }, last_message: { oneOf: [{ $ref: "LastMessage" }, { type: "null" }] } }, $id: "Channel" };
function $(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = $.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0 || !o.call(s, "id")) {
      const p = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.id !== void 0 && o.call(s, "id")) {
      let p = s.id;
      if (typeof p == "string") {
        if (v(p) < 1) {
          const y = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(y) : e.push(y), t++;
        }
      } else {
        const y = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(y) : e.push(y), t++;
      }
    }
    if (s.uri !== void 0 && o.call(s, "uri") && typeof s.uri != "string") {
      const p = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.subject !== void 0 && o.call(s, "subject") && typeof s.subject != "string") {
      const p = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.label !== void 0 && o.call(s, "label") && typeof s.label != "string") {
      const p = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.metadata !== void 0 && o.call(s, "metadata") && typeof s.metadata != "string") {
      const p = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.avatar !== void 0 && o.call(s, "avatar") && typeof s.avatar != "string") {
      const p = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.created_at !== void 0 && o.call(s, "created_at") && typeof s.created_at != "string") {
      const p = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(p) : e.push(p), t++;
    }
    if (s.type !== void 0 && o.call(s, "type")) {
      let p = s.type;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p)) && typeof p != "string") {
        const y = { instancePath: i + "/type", keyword: "type", params: { type: Oe.properties.type.type }, message: "must be integer,string" };
        e === null ? e = new a(y) : e.push(y), t++;
      }
    }
    if (s.members_count !== void 0 && o.call(s, "members_count")) {
      let p = s.members_count;
      if (!(typeof p == "number" && !(p % 1) && !isNaN(p))) {
        const y = { instancePath: i + "/members_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(y) : e.push(y), t++;
      }
    }
    if (s.owner !== void 0 && o.call(s, "owner") && (P(s.owner, { instancePath: i + "/owner", parentData: s, parentDataProperty: "owner", rootData: c, dynamicAnchors: d }) || (e = e === null ? P.errors : e.add(P.errors), t = e.length)), s.last_message !== void 0 && o.call(s, "last_message")) {
      let p = s.last_message;
      const y = t;
      let u = !1, f = null;
      const b = t;
      x(p, { instancePath: i + "/last_message", parentData: s, parentDataProperty: "last_message", rootData: c, dynamicAnchors: d }) || (e = e === null ? x.errors : e.add(x.errors), t = e.length);
      var n = b === t;
      if (n) {
        u = !0, f = 0;
        var r = {};
        r.id = !0, r.from = !0, r.body = !0;
      }
      const k = t;
      if (p !== null) {
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
    const p = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(p) : e.push(p), t++;
  }
  return $.errors = e, t === 0;
}
$.evaluated = { props: { id: !0, uri: !0, subject: !0, label: !0, metadata: !0, avatar: !0, created_at: !0, type: !0, members_count: !0, owner: !0, last_message: !0 }, dynamicProps: !1, dynamicItems: !1 };
const xe = F;
function F(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = F.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0 || !o.call(s, "count")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.total_count === void 0 || !o.call(s, "total_count")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.links === void 0 || !o.call(s, "links")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.items === void 0 || !o.call(s, "items")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.count !== void 0 && o.call(s, "count")) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0 && o.call(s, "total_count")) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && o.call(s, "links") && (_(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: c, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length)), s.items !== void 0 && o.call(s, "items")) {
      let r = s.items;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          $(r[p], { instancePath: i + "/items/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? $.errors : e.add($.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/items", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return F.errors = e, t === 0;
}
F.evaluated = { props: { count: !0, total_count: !0, links: !0, items: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ee = B, Me = { type: "object", properties: { subject: { type: "string" }, uri: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_-]+$" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, owner: { type: "string", minLength: 1 }, type: { type: ["integer", "string"], minLength: 1 }, options: { writeOnly: !0, type: "object", additionalProperties: !0 } }, $id: "ChannelUpdate" }, ve = new RegExp("^[A-Za-z0-9_-]+$", "u");
function B(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = B.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && o.call(s, "subject") && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.uri !== void 0 && o.call(s, "uri")) {
      let r = s.uri;
      if (typeof r == "string") {
        if (v(r) > 128) {
          const n = { instancePath: i + "/uri", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (v(r) < 1) {
          const n = { instancePath: i + "/uri", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (!ve.test(r)) {
          const n = { instancePath: i + "/uri", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.label !== void 0 && o.call(s, "label") && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && o.call(s, "metadata") && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar !== void 0 && o.call(s, "avatar") && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.owner !== void 0 && o.call(s, "owner")) {
      let r = s.owner;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.type !== void 0 && o.call(s, "type")) {
      let r = s.type;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r)) && typeof r != "string") {
        const n = { instancePath: i + "/type", keyword: "type", params: { type: Me.properties.type.type }, message: "must be integer,string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "string" && v(r) < 1) {
        const n = { instancePath: i + "/type", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.options !== void 0 && o.call(s, "options")) {
      let r = s.options;
      if (!(r && typeof r == "object" && !Array.isArray(r))) {
        const n = { instancePath: i + "/options", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return B.errors = e, t === 0;
}
B.evaluated = { props: { subject: !0, uri: !0, label: !0, metadata: !0, avatar: !0, owner: !0, type: !0, options: !0 }, dynamicProps: !1, dynamicItems: !1 };
function D(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = D.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0 || !o.call(s, "username")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.username !== void 0 && o.call(s, "username")) {
      let r = s.username;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && o.call(s, "first_name") && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.last_name !== void 0 && o.call(s, "last_name") && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar !== void 0 && o.call(s, "avatar") && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.created_at !== void 0 && o.call(s, "created_at") && typeof s.created_at != "string") {
      const r = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.updated_at !== void 0 && o.call(s, "updated_at") && typeof s.updated_at != "string") {
      const r = { instancePath: i + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.status !== void 0 && o.call(s, "status")) {
      let r = s.status;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/status", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.role !== void 0 && o.call(s, "role") && typeof s.role != "string") {
      const r = { instancePath: i + "/role", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return D.errors = e, t === 0;
}
D.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar: !0, created_at: !0, updated_at: !0, status: !0, role: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ae = J;
function J(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = J.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0 || !o.call(s, "count")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.total_count === void 0 || !o.call(s, "total_count")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.links === void 0 || !o.call(s, "links")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.users === void 0 || !o.call(s, "users")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.count !== void 0 && o.call(s, "count")) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0 && o.call(s, "total_count")) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && o.call(s, "links") && (_(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: c, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length)), s.users !== void 0 && o.call(s, "users")) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          D(r[p], { instancePath: i + "/users/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? D.errors : e.add(D.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return J.errors = e, t === 0;
}
J.evaluated = { props: { count: !0, total_count: !0, links: !0, users: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ce = { type: "object", properties: { name: { type: "string" }, type: { type: "string" }, meta: { type: "string" }, url: { type: "string" }, size: { type: ["integer", "string"], minimum: 0 } }, $id: "Attachment" };
function E(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = E.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && o.call(s, "name") && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.type !== void 0 && o.call(s, "type") && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.meta !== void 0 && o.call(s, "meta") && typeof s.meta != "string") {
      const r = { instancePath: i + "/meta", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.url !== void 0 && o.call(s, "url") && typeof s.url != "string") {
      const r = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.size !== void 0 && o.call(s, "size")) {
      let r = s.size;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r)) && typeof r != "string") {
        const n = { instancePath: i + "/size", keyword: "type", params: { type: Ce.properties.size.type }, message: "must be integer,string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return E.errors = e, t === 0;
}
E.evaluated = { props: { name: !0, type: !0, meta: !0, url: !0, size: !0 }, dynamicProps: !1, dynamicItems: !1 };
const _e = L;
function L(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = L.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0 || !o.call(s, "id")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from === void 0 || !o.call(s, "from")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.body === void 0 || !o.call(s, "body")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.id !== void 0 && o.call(s, "id")) {
      let r = s.id;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.from !== void 0 && o.call(s, "from")) {
      let r = s.from;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && o.call(s, "body") && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.type !== void 0 && o.call(s, "type") && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && o.call(s, "metadata") && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.attachments !== void 0 && o.call(s, "attachments")) {
      let r = s.attachments;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          E(r[p], { instancePath: i + "/attachments/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? E.errors : e.add(E.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return L.errors = e, t === 0;
}
L.evaluated = { props: { id: !0, from: !0, body: !0, type: !0, metadata: !0, attachments: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ue = X;
function X(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = X.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0 || !o.call(s, "count")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.links === void 0 || !o.call(s, "links")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.messages === void 0 || !o.call(s, "messages")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "messages" }, message: "must have required property 'messages'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.count !== void 0 && o.call(s, "count")) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && o.call(s, "links") && (_(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: c, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length)), s.messages !== void 0 && o.call(s, "messages")) {
      let r = s.messages;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          L(r[p], { instancePath: i + "/messages/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? L.errors : e.add(L.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/messages", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return X.errors = e, t === 0;
}
X.evaluated = { props: { count: !0, links: !0, messages: !0 }, dynamicProps: !1, dynamicItems: !1 };
function q(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = q.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.url === void 0 || !o.call(s, "url")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.name !== void 0 && o.call(s, "name") && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.type !== void 0 && o.call(s, "type") && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.meta !== void 0 && o.call(s, "meta") && typeof s.meta != "string") {
      const r = { instancePath: i + "/meta", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.url !== void 0 && o.call(s, "url") && typeof s.url != "string") {
      const r = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.size !== void 0 && o.call(s, "size")) {
      let r = s.size;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return q.errors = e, t === 0;
}
q.evaluated = { props: { name: !0, type: !0, meta: !0, url: !0, size: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ze = G;
function G(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = G.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0 || !o.call(s, "from")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.body === void 0 || !o.call(s, "body")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from !== void 0 && o.call(s, "from")) {
      let r = s.from;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && o.call(s, "body") && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.type !== void 0 && o.call(s, "type") && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && o.call(s, "metadata") && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.attachments !== void 0 && o.call(s, "attachments")) {
      let r = s.attachments;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          q(r[p], { instancePath: i + "/attachments/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? q.errors : e.add(q.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return G.errors = e, t === 0;
}
G.evaluated = { props: { from: !0, body: !0, type: !0, metadata: !0, attachments: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Re = H;
function H(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = H.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0 || !o.call(s, "from")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.body === void 0 || !o.call(s, "body")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from !== void 0 && o.call(s, "from")) {
      let r = s.from;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && o.call(s, "body") && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return H.errors = e, t === 0;
}
H.evaluated = { props: { from: !0, body: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Pe = K;
function K(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = K.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0 || !o.call(s, "from")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from !== void 0 && o.call(s, "from")) {
      let r = s.from;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return K.errors = e, t === 0;
}
K.evaluated = { props: { from: !0 }, dynamicProps: !1, dynamicItems: !1 };
function A(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = A.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0 || !o.call(s, "username")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.username !== void 0 && o.call(s, "username")) {
      let r = s.username;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.role !== void 0 && o.call(s, "role") && typeof s.role != "string") {
      const r = { instancePath: i + "/role", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return A.errors = e, t === 0;
}
A.evaluated = { props: { username: !0, role: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ze = V;
function V(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = V.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0 || !o.call(s, "members")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.members !== void 0 && o.call(s, "members")) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          const p = { instancePath: i + "/members", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = new a(p) : e.push(p), t++;
        }
        const n = r.length;
        for (let p = 0; p < n; p++)
          A(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return V.errors = e, t === 0;
}
V.evaluated = { props: { members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ne = W;
function W(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = W.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), Array.isArray(s)) {
    const r = s.length;
    for (let n = 0; n < r; n++)
      D(s[n], { instancePath: i + "/" + n, parentData: s, parentDataProperty: n, rootData: c, dynamicAnchors: d }) || (e = e === null ? D.errors : e.add(D.errors), t = e.length);
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return W.errors = e, t === 0;
}
W.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const Se = Y, Qe = { type: "object", required: ["members"], properties: { members: { writeOnly: !0, type: "array", minItems: 1, items: { type: ["string", "object"], minLength: 1, required: ["username"], properties: { username: { type: "string", minLength: 1 } } } } }, $id: "MembersRemove" };
function Y(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = Y.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0 || !o.call(s, "members")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.members !== void 0 && o.call(s, "members")) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          const p = { instancePath: i + "/members", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = new a(p) : e.push(p), t++;
        }
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let y = r[p];
          if (typeof y != "string" && !(y && typeof y == "object" && !Array.isArray(y))) {
            const u = { instancePath: i + "/members/" + p, keyword: "type", params: { type: Qe.properties.members.items.type }, message: "must be string,object" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
          if (typeof y == "string" && v(y) < 1) {
            const u = { instancePath: i + "/members/" + p, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
          if (y && typeof y == "object" && !Array.isArray(y)) {
            if (y.username === void 0 || !o.call(y, "username")) {
              const u = { instancePath: i + "/members/" + p, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.username !== void 0 && o.call(y, "username")) {
              let u = y.username;
              if (typeof u == "string") {
                if (v(u) < 1) {
                  const f = { instancePath: i + "/members/" + p + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/members/" + p + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
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
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return Y.errors = e, t === 0;
}
Y.evaluated = { props: { members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Fe = ee;
function ee(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ee.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0 || !o.call(s, "members")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.label !== void 0 && o.call(s, "label") && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && o.call(s, "metadata") && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.members !== void 0 && o.call(s, "members")) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length > 2) {
          const p = { instancePath: i + "/members", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" };
          e === null ? e = new a(p) : e.push(p), t++;
        }
        if (r.length < 2) {
          const p = { instancePath: i + "/members", keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items" };
          e === null ? e = new a(p) : e.push(p), t++;
        }
        const n = r.length;
        for (let p = 0; p < n; p++)
          A(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ee.errors = e, t === 0;
}
ee.evaluated = { props: { label: !0, metadata: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
function ke(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ke.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.files === void 0 || !o.call(s, "files")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.files !== void 0 && o.call(s, "files") && typeof s.files != "string") {
      const r = { instancePath: i + "/files", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ke.errors = e, t === 0;
}
ke.evaluated = { props: { files: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Be = re;
function re(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = re.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.url === void 0 || !o.call(s, "url")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.url !== void 0 && o.call(s, "url")) {
      let r = s.url;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/url", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return re.errors = e, t === 0;
}
re.evaluated = { props: { url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Je = se;
function se(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = se.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && o.call(s, "subject") && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.label !== void 0 && o.call(s, "label") && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && o.call(s, "metadata") && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && o.call(s, "avatar_url") && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.owner !== void 0 && o.call(s, "owner")) {
      let r = s.owner;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.members !== void 0 && o.call(s, "members")) {
      let r = s.members;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          A(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return se.errors = e, t === 0;
}
se.evaluated = { props: { subject: !0, label: !0, metadata: !0, avatar_url: !0, owner: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Xe = te;
function te(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = te.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && o.call(s, "subject") && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.uri !== void 0 && o.call(s, "uri")) {
      let r = s.uri;
      if (typeof r == "string") {
        if (v(r) > 128) {
          const n = { instancePath: i + "/uri", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (v(r) < 1) {
          const n = { instancePath: i + "/uri", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (!ve.test(r)) {
          const n = { instancePath: i + "/uri", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.label !== void 0 && o.call(s, "label") && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.metadata !== void 0 && o.call(s, "metadata") && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && o.call(s, "avatar_url") && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.owner !== void 0 && o.call(s, "owner")) {
      let r = s.owner;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.members !== void 0 && o.call(s, "members")) {
      let r = s.members;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          A(r[p], { instancePath: i + "/members/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return te.errors = e, t === 0;
}
te.evaluated = { props: { subject: !0, uri: !0, label: !0, metadata: !0, avatar_url: !0, owner: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const we = O;
function O(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = O.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0 || !o.call(s, "id")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.name === void 0 || !o.call(s, "name")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.id !== void 0 && o.call(s, "id")) {
      let r = s.id;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.app_id !== void 0 && o.call(s, "app_id") && typeof s.app_id != "string") {
      const r = { instancePath: i + "/app_id", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.name !== void 0 && o.call(s, "name")) {
      let r = s.name;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && o.call(s, "description") && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.access !== void 0 && o.call(s, "access")) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.priority !== void 0 && o.call(s, "priority")) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.permissions !== void 0 && o.call(s, "permissions")) {
      let r = s.permissions;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let y = r[p];
          if (!(typeof y == "number" && !(y % 1) && !isNaN(y))) {
            const u = { instancePath: i + "/permissions/" + p, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return O.errors = e, t === 0;
}
O.evaluated = { props: { id: !0, app_id: !0, name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ge = ne;
function ne(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ne.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), Array.isArray(s)) {
    const r = s.length;
    for (let n = 0; n < r; n++)
      O(s[n], { instancePath: i + "/" + n, parentData: s, parentDataProperty: n, rootData: c, dynamicAnchors: d }) || (e = e === null ? O.errors : e.add(O.errors), t = e.length);
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ne.errors = e, t === 0;
}
ne.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const He = ie;
function ie(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ie.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name === void 0 || !o.call(s, "name")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.name !== void 0 && o.call(s, "name")) {
      let r = s.name;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && o.call(s, "description") && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.access !== void 0 && o.call(s, "access")) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.priority !== void 0 && o.call(s, "priority")) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.permissions !== void 0 && o.call(s, "permissions")) {
      let r = s.permissions;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let y = r[p];
          if (!(typeof y == "number" && !(y % 1) && !isNaN(y))) {
            const u = { instancePath: i + "/permissions/" + p, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ie.errors = e, t === 0;
}
ie.evaluated = { props: { name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ke = ae;
function ae(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ae.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && o.call(s, "name")) {
      let r = s.name;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && o.call(s, "description") && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.access !== void 0 && o.call(s, "access")) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.priority !== void 0 && o.call(s, "priority")) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.permissions !== void 0 && o.call(s, "permissions")) {
      let r = s.permissions;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let y = r[p];
          if (!(typeof y == "number" && !(y % 1) && !isNaN(y))) {
            const u = { instancePath: i + "/permissions/" + p, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ae.errors = e, t === 0;
}
ae.evaluated = { props: { name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ve = le;
function le(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = le.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0 || !o.call(s, "count")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.total_count === void 0 || !o.call(s, "total_count")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.links === void 0 || !o.call(s, "links")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.users === void 0 || !o.call(s, "users")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.count !== void 0 && o.call(s, "count")) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0 && o.call(s, "total_count")) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && o.call(s, "links") && (_(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: c, dynamicAnchors: d }) || (e = e === null ? _.errors : e.add(_.errors), t = e.length)), s.users !== void 0 && o.call(s, "users")) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          P(r[p], { instancePath: i + "/users/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? P.errors : e.add(P.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return le.errors = e, t === 0;
}
le.evaluated = { props: { count: !0, total_count: !0, links: !0, users: !0 }, dynamicProps: !1, dynamicItems: !1 };
const We = oe;
function oe(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = oe.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0 || !o.call(s, "username")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.username !== void 0 && o.call(s, "username")) {
      let r = s.username;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && o.call(s, "first_name") && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.last_name !== void 0 && o.call(s, "last_name") && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && o.call(s, "avatar_url") && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return oe.errors = e, t === 0;
}
oe.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar_url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ye = pe;
function pe(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = pe.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.first_name !== void 0 && o.call(s, "first_name") && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.last_name !== void 0 && o.call(s, "last_name") && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && o.call(s, "avatar_url") && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return pe.errors = e, t === 0;
}
pe.evaluated = { props: { first_name: !0, last_name: !0, avatar_url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const er = me;
function me(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = me.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.filter !== void 0 && o.call(s, "filter")) {
      let r = s.filter;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          if (typeof r[p] != "string") {
            const y = { instancePath: i + "/filter/" + p, keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = new a(y) : e.push(y), t++;
          }
      } else {
        const n = { instancePath: i + "/filter", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.limit !== void 0 && o.call(s, "limit")) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0 && o.call(s, "offset")) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return me.errors = e, t === 0;
}
me.evaluated = { props: { filter: !0, limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const rr = ue;
function ue(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ue.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0 && o.call(s, "limit")) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0 && o.call(s, "offset")) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ue.errors = e, t === 0;
}
ue.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const sr = ye;
function ye(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ye.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0 && o.call(s, "limit")) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0 && o.call(s, "offset")) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ye.errors = e, t === 0;
}
ye.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const tr = fe;
function fe(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = fe.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0 || !o.call(s, "from")) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (s.from !== void 0 && o.call(s, "from")) {
      let r = s.from;
      if (typeof r == "string") {
        if (v(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return fe.errors = e, t === 0;
}
fe.evaluated = { props: { from: !0 }, dynamicProps: !1, dynamicItems: !1 };
const nr = ce;
function ce(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ce.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0 && o.call(s, "limit")) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0 && o.call(s, "offset")) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ce.errors = e, t === 0;
}
ce.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ir = de;
function de(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = de.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0 && o.call(s, "limit")) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0 && o.call(s, "offset")) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return de.errors = e, t === 0;
}
de.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const or = ge, De = { type: "object", additionalProperties: !1, properties: { start: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$" }, lastIds: { type: "object", additionalProperties: !1, properties: { role: { type: "integer", minimum: 1 }, message: { type: "string", pattern: "^(0|[1-9]\\d{0,18})$" } } }, places: { $ref: "#/$defs/places" }, application: { $ref: "Application", unevaluatedProperties: !1 }, roles: { type: "array", items: { type: "object", required: ["name"], additionalProperties: !1, properties: { id: { type: "integer", minimum: 1 }, app_id: { type: "string" }, name: { type: "string", minLength: 1 }, description: { type: "string" }, access: { type: "integer" }, priority: { type: "integer", minimum: 1, maximum: 99 }, permissions: { type: "array", items: { type: "integer" } } } } }, channelTypes: { type: "array", items: { $ref: "ChannelTypeCreate" } }, users: { type: "array", items: { $ref: "User", unevaluatedProperties: !1 } }, channels: { type: "array", items: { type: "object", required: ["type"], additionalProperties: !1, properties: { id: { type: "string", pattern: "^(0|[1-9]\\d{0,18})$" }, uri: { $ref: "ChannelUpdate#/properties/uri" }, subject: { type: "string" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, created_at: { type: "string" }, type: { type: "string", minLength: 1 }, owner: { type: "string", minLength: 1 }, members: { type: "array", items: { $ref: "MemberAdd", unevaluatedProperties: !1 } }, places: { $ref: "#/$defs/places" }, blocked: { type: "array", items: { type: "string", minLength: 1 } }, messages: { type: "array", items: { type: "object", required: ["from", "body"], additionalProperties: !1, properties: { id: { type: "string", pattern: "^(0|[1-9]\\d{0,18})$" }, from: { type: "string", minLength: 1 }, body: { type: "string" }, type: { type: "string" }, metadata: { type: "string" }, attachments: { type: "array", items: { $ref: "AttachmentSend" } } } } } } } }, files: { type: "array", items: { type: "object", required: ["name", "content"], additionalProperties: !1, properties: { name: { type: "string", minLength: 1 }, type: { type: "string" }, content: { type: "string", pattern: "^[A-Za-z0-9+/]*={0,2}$" } } } } }, $defs: { places: { type: "object", additionalProperties: { type: "array", items: { type: "array", items: { type: "integer", minimum: 0 }, minItems: 2, maxItems: 2 } } } }, $id: "Seed" }, ar = new RegExp("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$", "u"), be = new RegExp("^(0|[1-9]\\d{0,18})$", "u"), lr = new RegExp("^[A-Za-z0-9+/]*={0,2}$", "u");
function N(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = N.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s))
    for (const r of Object.keys(s)) {
      let n = s[r];
      if (Array.isArray(n)) {
        const p = n.length;
        for (let y = 0; y < p; y++) {
          let u = n[y];
          if (Array.isArray(u)) {
            if (u.length > 2) {
              const b = { instancePath: i + "/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + y, keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" };
              e === null ? e = new a(b) : e.push(b), t++;
            }
            if (u.length < 2) {
              const b = { instancePath: i + "/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + y, keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items" };
              e === null ? e = new a(b) : e.push(b), t++;
            }
            const f = u.length;
            for (let b = 0; b < f; b++) {
              let k = u[b];
              if (!(typeof k == "number" && !(k % 1) && !isNaN(k))) {
                const g = { instancePath: i + "/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + y + "/" + b, keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = new a(g) : e.push(g), t++;
              }
              if (typeof k == "number" && (k < 0 || isNaN(k))) {
                const g = { instancePath: i + "/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + y + "/" + b, keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
                e === null ? e = new a(g) : e.push(g), t++;
              }
            }
          } else {
            const f = { instancePath: i + "/" + r.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + y, keyword: "type", params: { type: "array" }, message: "must be array" };
            e === null ? e = new a(f) : e.push(f), t++;
          }
        }
      } else {
        const p = { instancePath: i + "/" + r.replace(/~/g, "~0").replace(/\//g, "~1"), keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(p) : e.push(p), t++;
      }
    }
  else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return N.errors = e, t === 0;
}
N.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
function M(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = M.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), typeof s == "string") {
    if (v(s) > 128) {
      const r = { instancePath: i, keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (v(s) < 1) {
      const r = { instancePath: i, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
      e === null ? e = new a(r) : e.push(r), t++;
    }
    if (!ve.test(s)) {
      const r = { instancePath: i, keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
      e === null ? e = new a(r) : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "string" }, message: "must be string" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return M.errors = e, t === 0;
}
M.evaluated = { dynamicProps: !1, dynamicItems: !1 };
function ge(s, { instancePath: i = "", parentData: h, parentDataProperty: w, rootData: c = s, dynamicAnchors: d = {} } = {}) {
  let e = null, t = 0;
  const m = ge.evaluated;
  if (m.dynamicProps && (m.props = void 0), m.dynamicItems && (m.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (const r of Object.keys(s))
      if (!o.call(De.properties, r)) {
        const n = { instancePath: i, keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    if (s.start !== void 0 && o.call(s, "start")) {
      let r = s.start;
      if (typeof r == "string") {
        if (!ar.test(r)) {
          const n = { instancePath: i + "/start", keyword: "pattern", params: { pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$" }, message: 'must match pattern "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$"' };
          e === null ? e = new a(n) : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/start", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.lastIds !== void 0 && o.call(s, "lastIds")) {
      let r = s.lastIds;
      if (r && typeof r == "object" && !Array.isArray(r)) {
        for (const n of Object.keys(r))
          if (!(n === "role" || n === "message")) {
            const p = { instancePath: i + "/lastIds", keyword: "additionalProperties", params: { additionalProperty: n }, message: "must NOT have additional properties" };
            e === null ? e = new a(p) : e.push(p), t++;
          }
        if (r.role !== void 0 && o.call(r, "role")) {
          let n = r.role;
          if (!(typeof n == "number" && !(n % 1) && !isNaN(n))) {
            const p = { instancePath: i + "/lastIds/role", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = new a(p) : e.push(p), t++;
          }
          if (typeof n == "number" && (n < 1 || isNaN(n))) {
            const p = { instancePath: i + "/lastIds/role", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
            e === null ? e = new a(p) : e.push(p), t++;
          }
        }
        if (r.message !== void 0 && o.call(r, "message")) {
          let n = r.message;
          if (typeof n == "string") {
            if (!be.test(n)) {
              const p = { instancePath: i + "/lastIds/message", keyword: "pattern", params: { pattern: "^(0|[1-9]\\d{0,18})$" }, message: 'must match pattern "^(0|[1-9]\\d{0,18})$"' };
              e === null ? e = new a(p) : e.push(p), t++;
            }
          } else {
            const p = { instancePath: i + "/lastIds/message", keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = new a(p) : e.push(p), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/lastIds", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.places !== void 0 && o.call(s, "places") && (N(s.places, { instancePath: i + "/places", parentData: s, parentDataProperty: "places", rootData: c, dynamicAnchors: d }) || (e = e === null ? N.errors : e.add(N.errors), t = e.length)), s.application !== void 0 && o.call(s, "application")) {
      let r = s.application;
      if (I(r, { instancePath: i + "/application", parentData: s, parentDataProperty: "application", rootData: c, dynamicAnchors: d }) || (e = e === null ? I.errors : e.add(I.errors), t = e.length), r && typeof r == "object" && !Array.isArray(r)) {
        for (const n of Object.keys(r))
          if (n !== "name" && n !== "public_key") {
            const p = { instancePath: i + "/application", keyword: "unevaluatedProperties", params: { unevaluatedProperty: n }, message: "must NOT have unevaluated properties" };
            e === null ? e = new a(p) : e.push(p), t++;
          }
      }
    }
    if (s.roles !== void 0 && o.call(s, "roles")) {
      let r = s.roles;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let y = r[p];
          if (y && typeof y == "object" && !Array.isArray(y)) {
            if (y.name === void 0 || !o.call(y, "name")) {
              const u = { instancePath: i + "/roles/" + p, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            for (const u of Object.keys(y))
              if (!(u === "id" || u === "app_id" || u === "name" || u === "description" || u === "access" || u === "priority" || u === "permissions")) {
                const f = { instancePath: i + "/roles/" + p, keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            if (y.id !== void 0 && o.call(y, "id")) {
              let u = y.id;
              if (!(typeof u == "number" && !(u % 1) && !isNaN(u))) {
                const f = { instancePath: i + "/roles/" + p + "/id", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
              if (typeof u == "number" && (u < 1 || isNaN(u))) {
                const f = { instancePath: i + "/roles/" + p + "/id", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.app_id !== void 0 && o.call(y, "app_id") && typeof y.app_id != "string") {
              const u = { instancePath: i + "/roles/" + p + "/app_id", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.name !== void 0 && o.call(y, "name")) {
              let u = y.name;
              if (typeof u == "string") {
                if (v(u) < 1) {
                  const f = { instancePath: i + "/roles/" + p + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/roles/" + p + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.description !== void 0 && o.call(y, "description") && typeof y.description != "string") {
              const u = { instancePath: i + "/roles/" + p + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.access !== void 0 && o.call(y, "access")) {
              let u = y.access;
              if (!(typeof u == "number" && !(u % 1) && !isNaN(u))) {
                const f = { instancePath: i + "/roles/" + p + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.priority !== void 0 && o.call(y, "priority")) {
              let u = y.priority;
              if (!(typeof u == "number" && !(u % 1) && !isNaN(u))) {
                const f = { instancePath: i + "/roles/" + p + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
              if (typeof u == "number") {
                if (u > 99 || isNaN(u)) {
                  const f = { instancePath: i + "/roles/" + p + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
                if (u < 1 || isNaN(u)) {
                  const f = { instancePath: i + "/roles/" + p + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              }
            }
            if (y.permissions !== void 0 && o.call(y, "permissions")) {
              let u = y.permissions;
              if (Array.isArray(u)) {
                const f = u.length;
                for (let b = 0; b < f; b++) {
                  let k = u[b];
                  if (!(typeof k == "number" && !(k % 1) && !isNaN(k))) {
                    const g = { instancePath: i + "/roles/" + p + "/permissions/" + b, keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    e === null ? e = new a(g) : e.push(g), t++;
                  }
                }
              } else {
                const f = { instancePath: i + "/roles/" + p + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
          } else {
            const u = { instancePath: i + "/roles/" + p, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/roles", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.channelTypes !== void 0 && o.call(s, "channelTypes")) {
      let r = s.channelTypes;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++)
          T(r[p], { instancePath: i + "/channelTypes/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? T.errors : e.add(T.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/channelTypes", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.users !== void 0 && o.call(s, "users")) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let y = r[p];
          if (P(y, { instancePath: i + "/users/" + p, parentData: r, parentDataProperty: p, rootData: c, dynamicAnchors: d }) || (e = e === null ? P.errors : e.add(P.errors), t = e.length), y && typeof y == "object" && !Array.isArray(y)) {
            for (const u of Object.keys(y))
              if (u !== "username" && u !== "first_name" && u !== "last_name" && u !== "avatar" && u !== "created_at" && u !== "updated_at" && u !== "last_login_at" && u !== "presence_status") {
                const f = { instancePath: i + "/users/" + p, keyword: "unevaluatedProperties", params: { unevaluatedProperty: u }, message: "must NOT have unevaluated properties" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
          }
        }
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.channels !== void 0 && o.call(s, "channels")) {
      let r = s.channels;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let y = r[p];
          if (y && typeof y == "object" && !Array.isArray(y)) {
            if (y.type === void 0 || !o.call(y, "type")) {
              const u = { instancePath: i + "/channels/" + p, keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            for (const u of Object.keys(y))
              if (!o.call(De.properties.channels.items.properties, u)) {
                const f = { instancePath: i + "/channels/" + p, keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            if (y.id !== void 0 && o.call(y, "id")) {
              let u = y.id;
              if (typeof u == "string") {
                if (!be.test(u)) {
                  const f = { instancePath: i + "/channels/" + p + "/id", keyword: "pattern", params: { pattern: "^(0|[1-9]\\d{0,18})$" }, message: 'must match pattern "^(0|[1-9]\\d{0,18})$"' };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.uri !== void 0 && o.call(y, "uri") && (M(y.uri, { instancePath: i + "/channels/" + p + "/uri", parentData: y, parentDataProperty: "uri", rootData: c, dynamicAnchors: d }) || (e = e === null ? M.errors : e.add(M.errors), t = e.length)), y.subject !== void 0 && o.call(y, "subject") && typeof y.subject != "string") {
              const u = { instancePath: i + "/channels/" + p + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.label !== void 0 && o.call(y, "label") && typeof y.label != "string") {
              const u = { instancePath: i + "/channels/" + p + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.metadata !== void 0 && o.call(y, "metadata") && typeof y.metadata != "string") {
              const u = { instancePath: i + "/channels/" + p + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.avatar !== void 0 && o.call(y, "avatar") && typeof y.avatar != "string") {
              const u = { instancePath: i + "/channels/" + p + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.created_at !== void 0 && o.call(y, "created_at") && typeof y.created_at != "string") {
              const u = { instancePath: i + "/channels/" + p + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.type !== void 0 && o.call(y, "type")) {
              let u = y.type;
              if (typeof u == "string") {
                if (v(u) < 1) {
                  const f = { instancePath: i + "/channels/" + p + "/type", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.owner !== void 0 && o.call(y, "owner")) {
              let u = y.owner;
              if (typeof u == "string") {
                if (v(u) < 1) {
                  const f = { instancePath: i + "/channels/" + p + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.members !== void 0 && o.call(y, "members")) {
              let u = y.members;
              if (Array.isArray(u)) {
                const f = u.length;
                for (let b = 0; b < f; b++) {
                  let k = u[b];
                  if (A(k, { instancePath: i + "/channels/" + p + "/members/" + b, parentData: u, parentDataProperty: b, rootData: c, dynamicAnchors: d }) || (e = e === null ? A.errors : e.add(A.errors), t = e.length), k && typeof k == "object" && !Array.isArray(k)) {
                    for (const g of Object.keys(k))
                      if (g !== "username" && g !== "role") {
                        const j = { instancePath: i + "/channels/" + p + "/members/" + b, keyword: "unevaluatedProperties", params: { unevaluatedProperty: g }, message: "must NOT have unevaluated properties" };
                        e === null ? e = new a(j) : e.push(j), t++;
                      }
                  }
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.places !== void 0 && o.call(y, "places") && (N(y.places, { instancePath: i + "/channels/" + p + "/places", parentData: y, parentDataProperty: "places", rootData: c, dynamicAnchors: d }) || (e = e === null ? N.errors : e.add(N.errors), t = e.length)), y.blocked !== void 0 && o.call(y, "blocked")) {
              let u = y.blocked;
              if (Array.isArray(u)) {
                const f = u.length;
                for (let b = 0; b < f; b++) {
                  let k = u[b];
                  if (typeof k == "string") {
                    if (v(k) < 1) {
                      const g = { instancePath: i + "/channels/" + p + "/blocked/" + b, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                  } else {
                    const g = { instancePath: i + "/channels/" + p + "/blocked/" + b, keyword: "type", params: { type: "string" }, message: "must be string" };
                    e === null ? e = new a(g) : e.push(g), t++;
                  }
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/blocked", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.messages !== void 0 && o.call(y, "messages")) {
              let u = y.messages;
              if (Array.isArray(u)) {
                const f = u.length;
                for (let b = 0; b < f; b++) {
                  let k = u[b];
                  if (k && typeof k == "object" && !Array.isArray(k)) {
                    if (k.from === void 0 || !o.call(k, "from")) {
                      const g = { instancePath: i + "/channels/" + p + "/messages/" + b, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                    if (k.body === void 0 || !o.call(k, "body")) {
                      const g = { instancePath: i + "/channels/" + p + "/messages/" + b, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                    for (const g of Object.keys(k))
                      if (!(g === "id" || g === "from" || g === "body" || g === "type" || g === "metadata" || g === "attachments")) {
                        const j = { instancePath: i + "/channels/" + p + "/messages/" + b, keyword: "additionalProperties", params: { additionalProperty: g }, message: "must NOT have additional properties" };
                        e === null ? e = new a(j) : e.push(j), t++;
                      }
                    if (k.id !== void 0 && o.call(k, "id")) {
                      let g = k.id;
                      if (typeof g == "string") {
                        if (!be.test(g)) {
                          const j = { instancePath: i + "/channels/" + p + "/messages/" + b + "/id", keyword: "pattern", params: { pattern: "^(0|[1-9]\\d{0,18})$" }, message: 'must match pattern "^(0|[1-9]\\d{0,18})$"' };
                          e === null ? e = new a(j) : e.push(j), t++;
                        }
                      } else {
                        const j = { instancePath: i + "/channels/" + p + "/messages/" + b + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
                        e === null ? e = new a(j) : e.push(j), t++;
                      }
                    }
                    if (k.from !== void 0 && o.call(k, "from")) {
                      let g = k.from;
                      if (typeof g == "string") {
                        if (v(g) < 1) {
                          const j = { instancePath: i + "/channels/" + p + "/messages/" + b + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          e === null ? e = new a(j) : e.push(j), t++;
                        }
                      } else {
                        const j = { instancePath: i + "/channels/" + p + "/messages/" + b + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
                        e === null ? e = new a(j) : e.push(j), t++;
                      }
                    }
                    if (k.body !== void 0 && o.call(k, "body") && typeof k.body != "string") {
                      const g = { instancePath: i + "/channels/" + p + "/messages/" + b + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                    if (k.type !== void 0 && o.call(k, "type") && typeof k.type != "string") {
                      const g = { instancePath: i + "/channels/" + p + "/messages/" + b + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                    if (k.metadata !== void 0 && o.call(k, "metadata") && typeof k.metadata != "string") {
                      const g = { instancePath: i + "/channels/" + p + "/messages/" + b + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = new a(g) : e.push(g), t++;
                    }
                    if (k.attachments !== void 0 && o.call(k, "attachments")) {
                      let g = k.attachments;
                      if (Array.isArray(g)) {
                        const j = g.length;
                        for (let C = 0; C < j; C++)
                          q(g[C], { instancePath: i + "/channels/" + p + "/messages/" + b + "/attachments/" + C, parentData: g, parentDataProperty: C, rootData: c, dynamicAnchors: d }) || (e = e === null ? q.errors : e.add(q.errors), t = e.length);
                      } else {
                        const j = { instancePath: i + "/channels/" + p + "/messages/" + b + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
                        e === null ? e = new a(j) : e.push(j), t++;
                      }
                    }
                  } else {
                    const g = { instancePath: i + "/channels/" + p + "/messages/" + b, keyword: "type", params: { type: "object" }, message: "must be object" };
                    e === null ? e = new a(g) : e.push(g), t++;
                  }
                }
              } else {
                const f = { instancePath: i + "/channels/" + p + "/messages", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
          } else {
            const u = { instancePath: i + "/channels/" + p, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/channels", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
    if (s.files !== void 0 && o.call(s, "files")) {
      let r = s.files;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let p = 0; p < n; p++) {
          let y = r[p];
          if (y && typeof y == "object" && !Array.isArray(y)) {
            if (y.name === void 0 || !o.call(y, "name")) {
              const u = { instancePath: i + "/files/" + p, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.content === void 0 || !o.call(y, "content")) {
              const u = { instancePath: i + "/files/" + p, keyword: "required", params: { missingProperty: "content" }, message: "must have required property 'content'" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            for (const u of Object.keys(y))
              if (!(u === "name" || u === "type" || u === "content")) {
                const f = { instancePath: i + "/files/" + p, keyword: "additionalProperties", params: { additionalProperty: u }, message: "must NOT have additional properties" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            if (y.name !== void 0 && o.call(y, "name")) {
              let u = y.name;
              if (typeof u == "string") {
                if (v(u) < 1) {
                  const f = { instancePath: i + "/files/" + p + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/files/" + p + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
            if (y.type !== void 0 && o.call(y, "type") && typeof y.type != "string") {
              const u = { instancePath: i + "/files/" + p + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = new a(u) : e.push(u), t++;
            }
            if (y.content !== void 0 && o.call(y, "content")) {
              let u = y.content;
              if (typeof u == "string") {
                if (!lr.test(u)) {
                  const f = { instancePath: i + "/files/" + p + "/content", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+/]*={0,2}$" }, message: 'must match pattern "^[A-Za-z0-9+/]*={0,2}$"' };
                  e === null ? e = new a(f) : e.push(f), t++;
                }
              } else {
                const f = { instancePath: i + "/files/" + p + "/content", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = new a(f) : e.push(f), t++;
              }
            }
          } else {
            const u = { instancePath: i + "/files/" + p, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = new a(u) : e.push(u), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/files", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = new a(n) : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = new a(r) : e.push(r), t++;
  }
  return ge.errors = e, t === 0;
}
ge.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const pr = {
  getApplication: { responses: { 200: je, 400: l, 401: l, 403: l, 429: l, 500: l } },
  updateApplication: { body: qe, responses: { 200: je, 400: l, 401: l, 403: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  getStorageInfo: { responses: { 200: Ie, 400: l, 401: l, 403: l, 429: l, 500: l } },
  createChannelType: { body: Te, responses: { 200: Le, 400: l, 401: l, 403: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  deleteChannelType: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  listChannels: { query: er, responses: { 200: xe, 400: l, 401: l, 403: l, 422: l, 429: l, 500: l } },
  getChannel: { responses: { 200: z, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  updateChannel: { body: Ee, responses: { 200: z, 400: l, 401: l, 403: l, 404: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  deleteChannel: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  listBlockedMembers: { query: rr, responses: { 200: Ae, 400: l, 401: l, 403: l, 404: l, 422: l, 429: l, 500: l } },
  listMessages: { query: sr, responses: { 200: Ue, 400: l, 401: l, 403: l, 404: l, 422: l, 429: l, 500: l } },
  sendMessage: { body: ze, responses: { 200: _e, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  editMessage: { body: Re, responses: { 200: _e, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  deleteMessage: { query: tr, responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 422: l, 429: l, 500: l } },
  startTyping: { body: Pe, responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  stopTyping: { body: Pe, responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  listChannelMembers: { query: nr, responses: { 200: Ae, 400: l, 401: l, 403: l, 404: l, 422: l, 429: l, 500: l } },
  addChannelMembers: { body: Ze, responses: { 200: Ne, 400: l, 401: l, 403: l, 404: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  removeChannelMembers: { body: Se, responses: { 200: Ne, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  createDirectChannel: { body: Fe, responses: { 200: z, 400: l, 401: l, 403: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  uploadFile: { responses: { 200: Be, 400: l, 401: l, 403: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  downloadFile: { responses: { 200: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  deleteFile: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  deleteMessageAttachments: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  createPrivateChannel: { body: Je, responses: { 200: z, 400: l, 401: l, 403: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  createPublicChannel: { body: Xe, responses: { 200: z, 400: l, 401: l, 403: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  listRoles: { responses: { 200: Ge, 400: l, 401: l, 403: l, 429: l, 500: l } },
  createRole: { body: He, responses: { 200: we, 400: l, 401: l, 403: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  getRole: { responses: { 200: we, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  updateRole: { body: Ke, responses: { 200: we, 400: l, 401: l, 403: l, 404: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  deleteRole: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 409: l, 429: l, 500: l } },
  listUsers: { query: ir, responses: { 200: Ve, 400: l, 401: l, 403: l, 422: l, 429: l, 500: l } },
  createUser: { body: We, responses: { 200: he, 400: l, 401: l, 403: l, 409: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  getUser: { responses: { 200: he, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } },
  updateUser: { body: Ye, responses: { 200: he, 400: l, 401: l, 403: l, 404: l, 413: l, 415: l, 422: l, 429: l, 500: l } },
  deleteUser: { responses: { 204: null, 400: l, 401: l, 403: l, 404: l, 429: l, 500: l } }
};
const mr = { "": ["start", "lastIds", "places", "application", "roles", "channelTypes", "users", "channels", "files"], lastIds: ["role", "message"], application: ["name", "public_key"], roles: ["id", "app_id", "name", "description", "access", "priority", "permissions"], users: ["username", "first_name", "last_name", "avatar", "created_at", "updated_at", "last_login_at", "presence_status"], channels: ["id", "uri", "subject", "label", "metadata", "avatar", "created_at", "type", "owner", "members", "places", "blocked", "messages"], "channels/members": ["username", "role"], "channels/messages": ["id", "from", "body", "type", "metadata", "attachments"], files: ["name", "type", "content"] };
export {
  mr as seedFields,
  or as validateSeed,
  pr as validators
};
