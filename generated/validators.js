// Made by `npm run generate` from openapi/. Do not edit.
const be = _;
function _(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = _.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.public_key !== void 0 && typeof s.public_key != "string") {
      const r = { instancePath: i + "/public_key", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return _.errors = e, t === 0;
}
_.evaluated = { props: { name: !0, public_key: !0 }, dynamicProps: !1, dynamicItems: !1 };
const a = C;
function C(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = C.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.code === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "code" }, message: "must have required property 'code'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.message === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "message" }, message: "must have required property 'message'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.code !== void 0) {
      let r = s.code;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/code", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.message !== void 0 && typeof s.message != "string") {
      const r = { instancePath: i + "/message", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.traceId !== void 0 && typeof s.traceId != "string") {
      const r = { instancePath: i + "/traceId", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return C.errors = e, t === 0;
}
C.evaluated = { props: { code: !0, message: !0, type: !0, traceId: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Pe = U;
function U(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = U.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return U.errors = e, t === 0;
}
U.evaluated = { props: { name: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ne = z;
function z(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = z.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), !(s && typeof s == "object" && !Array.isArray(s))) {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return z.errors = e, t === 0;
}
z.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const _e = D, De = { type: "object", required: ["name"], additionalProperties: !0, properties: { name: { type: "string", minLength: 1 }, discoverable: { type: "boolean" }, allowJoin: { type: "boolean" }, distinct: { type: "boolean" }, defaultMembershipRole: { type: "string" }, roleOverrides: { type: ["object", "array"], additionalProperties: !0, items: {} } }, $id: "ChannelTypeCreate" }, b = function(i) {
  const c = i.length;
  let g = 0, y = 0, f;
  for (; y < c; )
    g++, f = i.charCodeAt(y++), f >= 55296 && f <= 56319 && y < c && (f = i.charCodeAt(y), (f & 64512) === 56320 && y++);
  return g;
};
function D(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = D.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.discoverable !== void 0 && typeof s.discoverable != "boolean") {
      const r = { instancePath: i + "/discoverable", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.allowJoin !== void 0 && typeof s.allowJoin != "boolean") {
      const r = { instancePath: i + "/allowJoin", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.distinct !== void 0 && typeof s.distinct != "boolean") {
      const r = { instancePath: i + "/distinct", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.defaultMembershipRole !== void 0 && typeof s.defaultMembershipRole != "string") {
      const r = { instancePath: i + "/defaultMembershipRole", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.roleOverrides !== void 0) {
      let r = s.roleOverrides;
      if (!r || typeof r != "object") {
        const n = { instancePath: i + "/roleOverrides", keyword: "type", params: { type: De.properties.roleOverrides.type }, message: "must be object,array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return D.errors = e, t === 0;
}
D.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const qe = R;
function R(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = R.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return R.errors = e, t === 0;
}
R.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const E = { type: "object", required: ["next"], properties: { current: { type: ["string", "null"] }, previews: { type: ["string", "null"] }, next: { type: ["string", "null"] }, first: { type: ["string", "null"] }, last: { type: ["string", "null"] } }, $id: "Links" };
function j(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = j.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.next === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "next" }, message: "must have required property 'next'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.current !== void 0) {
      let r = s.current;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/current", keyword: "type", params: { type: E.properties.current.type }, message: "must be string,null" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.previews !== void 0) {
      let r = s.previews;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/previews", keyword: "type", params: { type: E.properties.previews.type }, message: "must be string,null" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.next !== void 0) {
      let r = s.next;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/next", keyword: "type", params: { type: E.properties.next.type }, message: "must be string,null" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.first !== void 0) {
      let r = s.first;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/first", keyword: "type", params: { type: E.properties.first.type }, message: "must be string,null" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.last !== void 0) {
      let r = s.last;
      if (typeof r != "string" && r !== null) {
        const n = { instancePath: i + "/last", keyword: "type", params: { type: E.properties.last.type }, message: "must be string,null" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return j.errors = e, t === 0;
}
j.evaluated = { props: { current: !0, previews: !0, next: !0, first: !0, last: !0 }, dynamicProps: !1, dynamicItems: !1 };
const de = A;
function A(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = A.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.created_at !== void 0 && typeof s.created_at != "string") {
      const r = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.updated_at !== void 0 && typeof s.updated_at != "string") {
      const r = { instancePath: i + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.last_login_at !== void 0 && typeof s.last_login_at != "string") {
      const r = { instancePath: i + "/last_login_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.presence_status !== void 0) {
      let r = s.presence_status;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/presence_status", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return A.errors = e, t === 0;
}
A.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar: !0, created_at: !0, updated_at: !0, last_login_at: !0, presence_status: !0 }, dynamicProps: !1, dynamicItems: !1 };
function $(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = $.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.id !== void 0) {
      let r = s.id;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return $.errors = e, t === 0;
}
$.evaluated = { props: { id: !0, from: !0, body: !0 }, dynamicProps: !1, dynamicItems: !1 };
const M = q, Ie = { type: "object", required: ["id"], properties: { id: { type: "string", minLength: 1 }, uri: { type: "string" }, subject: { type: "string" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, created_at: { type: "string" }, type: { type: ["integer", "string"], "x-enum-varnames": { none: 0, private: 1, public: 2, direct: 3 } }, members_count: { type: "integer" }, owner: { $ref: "User" }, last_message: { oneOf: [{ $ref: "LastMessage" }, { type: "null" }] } }, $id: "Channel" };
function q(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = q.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const o = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = [o] : e.push(o), t++;
    }
    if (s.id !== void 0) {
      let o = s.id;
      if (typeof o == "string") {
        if (b(o) < 1) {
          const m = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [m] : e.push(m), t++;
        }
      } else {
        const m = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [m] : e.push(m), t++;
      }
    }
    if (s.uri !== void 0 && typeof s.uri != "string") {
      const o = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [o] : e.push(o), t++;
    }
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const o = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [o] : e.push(o), t++;
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const o = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [o] : e.push(o), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const o = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [o] : e.push(o), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const o = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [o] : e.push(o), t++;
    }
    if (s.created_at !== void 0 && typeof s.created_at != "string") {
      const o = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [o] : e.push(o), t++;
    }
    if (s.type !== void 0) {
      let o = s.type;
      if (!(typeof o == "number" && !(o % 1) && !isNaN(o)) && typeof o != "string") {
        const m = { instancePath: i + "/type", keyword: "type", params: { type: Ie.properties.type.type }, message: "must be integer,string" };
        e === null ? e = [m] : e.push(m), t++;
      }
    }
    if (s.members_count !== void 0) {
      let o = s.members_count;
      if (!(typeof o == "number" && !(o % 1) && !isNaN(o))) {
        const m = { instancePath: i + "/members_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [m] : e.push(m), t++;
      }
    }
    if (s.owner !== void 0 && (A(s.owner, { instancePath: i + "/owner", parentData: s, parentDataProperty: "owner", rootData: y, dynamicAnchors: f }) || (e = e === null ? A.errors : e.concat(A.errors), t = e.length)), s.last_message !== void 0) {
      let o = s.last_message;
      const m = t;
      let l = !1, u = null;
      const h = t;
      $(o, { instancePath: i + "/last_message", parentData: s, parentDataProperty: "last_message", rootData: y, dynamicAnchors: f }) || (e = e === null ? $.errors : e.concat($.errors), t = e.length);
      var n = h === t;
      if (n) {
        l = !0, u = 0;
        var r = {};
        r.id = !0, r.from = !0, r.body = !0;
      }
      const w = t;
      if (o !== null) {
        const d = { instancePath: i + "/last_message", keyword: "type", params: { type: "null" }, message: "must be null" };
        e === null ? e = [d] : e.push(d), t++;
      }
      var n = w === t;
      if (n && l ? (l = !1, u = [u, 1]) : n && (l = !0, u = 1), l)
        t = m, e !== null && (m ? e.length = m : e = null);
      else {
        const d = { instancePath: i + "/last_message", keyword: "oneOf", params: { passingSchemas: u }, message: "must match exactly one schema in oneOf" };
        e === null ? e = [d] : e.push(d), t++;
      }
    }
  } else {
    const o = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [o] : e.push(o), t++;
  }
  return q.errors = e, t === 0;
}
q.evaluated = { props: { id: !0, uri: !0, subject: !0, label: !0, metadata: !0, avatar: !0, created_at: !0, type: !0, members_count: !0, owner: !0, last_message: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Te = Z;
function Z(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = Z.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.total_count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.items === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "items" }, message: "must have required property 'items'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (j(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: y, dynamicAnchors: f }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length)), s.items !== void 0) {
      let r = s.items;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++)
          q(r[o], { instancePath: i + "/items/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? q.errors : e.concat(q.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/items", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return Z.errors = e, t === 0;
}
Z.evaluated = { props: { count: !0, total_count: !0, links: !0, items: !0 }, dynamicProps: !1, dynamicItems: !1 };
const $e = S, Le = { type: "object", properties: { subject: { type: "string" }, uri: { type: "string", minLength: 1, maxLength: 128, pattern: "^[A-Za-z0-9_-]+$" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, owner: { type: "string", minLength: 1 }, type: { type: ["integer", "string"], minLength: 1 }, options: { writeOnly: !0, type: "object", additionalProperties: !0 } }, $id: "ChannelUpdate" }, he = new RegExp("^[A-Za-z0-9_-]+$", "u");
function S(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = S.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.uri !== void 0) {
      let r = s.uri;
      if (typeof r == "string") {
        if (b(r) > 128) {
          const n = { instancePath: i + "/uri", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (b(r) < 1) {
          const n = { instancePath: i + "/uri", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (!he.test(r)) {
          const n = { instancePath: i + "/uri", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.owner !== void 0) {
      let r = s.owner;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.type !== void 0) {
      let r = s.type;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r)) && typeof r != "string") {
        const n = { instancePath: i + "/type", keyword: "type", params: { type: Le.properties.type.type }, message: "must be integer,string" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "string" && b(r) < 1) {
        const n = { instancePath: i + "/type", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.options !== void 0) {
      let r = s.options;
      if (!(r && typeof r == "object" && !Array.isArray(r))) {
        const n = { instancePath: i + "/options", keyword: "type", params: { type: "object" }, message: "must be object" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return S.errors = e, t === 0;
}
S.evaluated = { props: { subject: !0, uri: !0, label: !0, metadata: !0, avatar: !0, owner: !0, type: !0, options: !0 }, dynamicProps: !1, dynamicItems: !1 };
function P(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = P.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar !== void 0 && typeof s.avatar != "string") {
      const r = { instancePath: i + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.created_at !== void 0 && typeof s.created_at != "string") {
      const r = { instancePath: i + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.updated_at !== void 0 && typeof s.updated_at != "string") {
      const r = { instancePath: i + "/updated_at", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.status !== void 0) {
      let r = s.status;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/status", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.role !== void 0 && typeof s.role != "string") {
      const r = { instancePath: i + "/role", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return P.errors = e, t === 0;
}
P.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar: !0, created_at: !0, updated_at: !0, status: !0, role: !0 }, dynamicProps: !1, dynamicItems: !1 };
const we = Q;
function Q(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = Q.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.total_count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.users === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (j(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: y, dynamicAnchors: f }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length)), s.users !== void 0) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++)
          P(r[o], { instancePath: i + "/users/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? P.errors : e.concat(P.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return Q.errors = e, t === 0;
}
Q.evaluated = { props: { count: !0, total_count: !0, links: !0, users: !0 }, dynamicProps: !1, dynamicItems: !1 };
const xe = { type: "object", properties: { name: { type: "string" }, type: { type: "string" }, meta: { type: "string" }, url: { type: "string" }, size: { type: ["integer", "string"], minimum: 0 } }, $id: "Attachment" };
function L(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = L.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.meta !== void 0 && typeof s.meta != "string") {
      const r = { instancePath: i + "/meta", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.url !== void 0 && typeof s.url != "string") {
      const r = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.size !== void 0) {
      let r = s.size;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r)) && typeof r != "string") {
        const n = { instancePath: i + "/size", keyword: "type", params: { type: xe.properties.size.type }, message: "must be integer,string" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return L.errors = e, t === 0;
}
L.evaluated = { props: { name: !0, type: !0, meta: !0, url: !0, size: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ke = I;
function I(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = I.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.id !== void 0) {
      let r = s.id;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/id", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.attachments !== void 0) {
      let r = s.attachments;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++)
          L(r[o], { instancePath: i + "/attachments/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? L.errors : e.concat(L.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return I.errors = e, t === 0;
}
I.evaluated = { props: { id: !0, from: !0, body: !0, type: !0, metadata: !0, attachments: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Oe = F;
function F(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = F.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.messages === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "messages" }, message: "must have required property 'messages'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (j(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: y, dynamicAnchors: f }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length)), s.messages !== void 0) {
      let r = s.messages;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++)
          I(r[o], { instancePath: i + "/messages/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? I.errors : e.concat(I.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/messages", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return F.errors = e, t === 0;
}
F.evaluated = { props: { count: !0, links: !0, messages: !0 }, dynamicProps: !1, dynamicItems: !1 };
function N(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = N.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.url === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.name !== void 0 && typeof s.name != "string") {
      const r = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.meta !== void 0 && typeof s.meta != "string") {
      const r = { instancePath: i + "/meta", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.url !== void 0 && typeof s.url != "string") {
      const r = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.size !== void 0) {
      let r = s.size;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/size", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return N.errors = e, t === 0;
}
N.evaluated = { props: { name: !0, type: !0, meta: !0, url: !0, size: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ee = B;
function B(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = B.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.type !== void 0 && typeof s.type != "string") {
      const r = { instancePath: i + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.attachments !== void 0) {
      let r = s.attachments;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++)
          N(r[o], { instancePath: i + "/attachments/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return B.errors = e, t === 0;
}
B.evaluated = { props: { from: !0, body: !0, type: !0, metadata: !0, attachments: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Me = J;
function J(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = J.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.body === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.body !== void 0 && typeof s.body != "string") {
      const r = { instancePath: i + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return J.errors = e, t === 0;
}
J.evaluated = { props: { from: !0, body: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ve = X;
function X(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = X.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return X.errors = e, t === 0;
}
X.evaluated = { props: { from: !0 }, dynamicProps: !1, dynamicItems: !1 };
function v(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = v.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.role !== void 0 && typeof s.role != "string") {
      const r = { instancePath: i + "/role", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return v.errors = e, t === 0;
}
v.evaluated = { props: { username: !0, role: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ce = G;
function G(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = G.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          const o = { instancePath: i + "/members", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        const n = r.length;
        for (let o = 0; o < n; o++)
          v(r[o], { instancePath: i + "/members/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? v.errors : e.concat(v.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return G.errors = e, t === 0;
}
G.evaluated = { props: { members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const je = H;
function H(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = H.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(s)) {
    const r = s.length;
    for (let n = 0; n < r; n++)
      P(s[n], { instancePath: i + "/" + n, parentData: s, parentDataProperty: n, rootData: y, dynamicAnchors: f }) || (e = e === null ? P.errors : e.concat(P.errors), t = e.length);
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return H.errors = e, t === 0;
}
H.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const Ue = K, ze = { type: "object", required: ["members"], properties: { members: { writeOnly: !0, type: "array", minItems: 1, items: { type: ["string", "object"], minLength: 1, required: ["username"], properties: { username: { type: "string", minLength: 1 } } } } }, $id: "MembersRemove" };
function K(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = K.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length < 1) {
          const o = { instancePath: i + "/members", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        const n = r.length;
        for (let o = 0; o < n; o++) {
          let m = r[o];
          if (typeof m != "string" && !(m && typeof m == "object" && !Array.isArray(m))) {
            const l = { instancePath: i + "/members/" + o, keyword: "type", params: { type: ze.properties.members.items.type }, message: "must be string,object" };
            e === null ? e = [l] : e.push(l), t++;
          }
          if (typeof m == "string" && b(m) < 1) {
            const l = { instancePath: i + "/members/" + o, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
            e === null ? e = [l] : e.push(l), t++;
          }
          if (m && typeof m == "object" && !Array.isArray(m)) {
            if (m.username === void 0) {
              const l = { instancePath: i + "/members/" + o, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (m.username !== void 0) {
              let l = m.username;
              if (typeof l == "string") {
                if (b(l) < 1) {
                  const u = { instancePath: i + "/members/" + o + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = [u] : e.push(u), t++;
                }
              } else {
                const u = { instancePath: i + "/members/" + o + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
          }
        }
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return K.errors = e, t === 0;
}
K.evaluated = { props: { members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Re = V;
function V(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = V.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.members === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "members" }, message: "must have required property 'members'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        if (r.length > 2) {
          const o = { instancePath: i + "/members", keyword: "maxItems", params: { limit: 2 }, message: "must NOT have more than 2 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        if (r.length < 2) {
          const o = { instancePath: i + "/members", keyword: "minItems", params: { limit: 2 }, message: "must NOT have fewer than 2 items" };
          e === null ? e = [o] : e.push(o), t++;
        }
        const n = r.length;
        for (let o = 0; o < n; o++)
          v(r[o], { instancePath: i + "/members/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? v.errors : e.concat(v.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return V.errors = e, t === 0;
}
V.evaluated = { props: { label: !0, metadata: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
function ge(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = ge.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.files === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "files" }, message: "must have required property 'files'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.files !== void 0 && typeof s.files != "string") {
      const r = { instancePath: i + "/files", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ge.errors = e, t === 0;
}
ge.evaluated = { props: { files: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ze = W;
function W(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = W.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.url === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "url" }, message: "must have required property 'url'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.url !== void 0) {
      let r = s.url;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/url", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/url", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return W.errors = e, t === 0;
}
W.evaluated = { props: { url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Se = Y;
function Y(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = Y.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.owner !== void 0) {
      let r = s.owner;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++)
          v(r[o], { instancePath: i + "/members/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? v.errors : e.concat(v.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return Y.errors = e, t === 0;
}
Y.evaluated = { props: { subject: !0, label: !0, metadata: !0, avatar_url: !0, owner: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Qe = ee;
function ee(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = ee.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.subject !== void 0 && typeof s.subject != "string") {
      const r = { instancePath: i + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.uri !== void 0) {
      let r = s.uri;
      if (typeof r == "string") {
        if (b(r) > 128) {
          const n = { instancePath: i + "/uri", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (b(r) < 1) {
          const n = { instancePath: i + "/uri", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (!he.test(r)) {
          const n = { instancePath: i + "/uri", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/uri", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.label !== void 0 && typeof s.label != "string") {
      const r = { instancePath: i + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.metadata !== void 0 && typeof s.metadata != "string") {
      const r = { instancePath: i + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.owner !== void 0) {
      let r = s.owner;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.members !== void 0) {
      let r = s.members;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++)
          v(r[o], { instancePath: i + "/members/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? v.errors : e.concat(v.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ee.errors = e, t === 0;
}
ee.evaluated = { props: { subject: !0, uri: !0, label: !0, metadata: !0, avatar_url: !0, owner: !0, members: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ce = T;
function T(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = T.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.id === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.name === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.id !== void 0) {
      let r = s.id;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/id", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.app_id !== void 0 && typeof s.app_id != "string") {
      const r = { instancePath: i + "/app_id", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.access !== void 0) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.priority !== void 0) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.permissions !== void 0) {
      let r = s.permissions;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++) {
          let m = r[o];
          if (!(typeof m == "number" && !(m % 1) && !isNaN(m))) {
            const l = { instancePath: i + "/permissions/" + o, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return T.errors = e, t === 0;
}
T.evaluated = { props: { id: !0, app_id: !0, name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Fe = re;
function re(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = re.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), Array.isArray(s)) {
    const r = s.length;
    for (let n = 0; n < r; n++)
      T(s[n], { instancePath: i + "/" + n, parentData: s, parentDataProperty: n, rootData: y, dynamicAnchors: f }) || (e = e === null ? T.errors : e.concat(T.errors), t = e.length);
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "array" }, message: "must be array" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return re.errors = e, t === 0;
}
re.evaluated = { items: !0, dynamicProps: !1, dynamicItems: !1 };
const Be = se;
function se(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = se.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.access !== void 0) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.priority !== void 0) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.permissions !== void 0) {
      let r = s.permissions;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++) {
          let m = r[o];
          if (!(typeof m == "number" && !(m % 1) && !isNaN(m))) {
            const l = { instancePath: i + "/permissions/" + o, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return se.errors = e, t === 0;
}
se.evaluated = { props: { name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Je = te;
function te(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = te.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.name !== void 0) {
      let r = s.name;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.description !== void 0 && typeof s.description != "string") {
      const r = { instancePath: i + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.access !== void 0) {
      let r = s.access;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.priority !== void 0) {
      let r = s.priority;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 99 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.permissions !== void 0) {
      let r = s.permissions;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++) {
          let m = r[o];
          if (!(typeof m == "number" && !(m % 1) && !isNaN(m))) {
            const l = { instancePath: i + "/permissions/" + o, keyword: "type", params: { type: "integer" }, message: "must be integer" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return te.errors = e, t === 0;
}
te.evaluated = { props: { name: !0, description: !0, access: !0, priority: !0, permissions: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Xe = ne;
function ne(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = ne.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "count" }, message: "must have required property 'count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.total_count === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "total_count" }, message: "must have required property 'total_count'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.links === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "links" }, message: "must have required property 'links'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.users === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.count !== void 0) {
      let r = s.count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.total_count !== void 0) {
      let r = s.total_count;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/total_count", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.links !== void 0 && (j(s.links, { instancePath: i + "/links", parentData: s, parentDataProperty: "links", rootData: y, dynamicAnchors: f }) || (e = e === null ? j.errors : e.concat(j.errors), t = e.length)), s.users !== void 0) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++)
          A(r[o], { instancePath: i + "/users/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? A.errors : e.concat(A.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ne.errors = e, t === 0;
}
ne.evaluated = { props: { count: !0, total_count: !0, links: !0, users: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ge = ie;
function ie(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = ie.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.username === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.username !== void 0) {
      let r = s.username;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/username", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/username", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ie.errors = e, t === 0;
}
ie.evaluated = { props: { username: !0, first_name: !0, last_name: !0, avatar_url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const He = ae;
function ae(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = ae.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.first_name !== void 0 && typeof s.first_name != "string") {
      const r = { instancePath: i + "/first_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.last_name !== void 0 && typeof s.last_name != "string") {
      const r = { instancePath: i + "/last_name", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.avatar_url !== void 0 && typeof s.avatar_url != "string") {
      const r = { instancePath: i + "/avatar_url", keyword: "type", params: { type: "string" }, message: "must be string" };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ae.errors = e, t === 0;
}
ae.evaluated = { props: { first_name: !0, last_name: !0, avatar_url: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ke = oe;
function oe(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = oe.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.filter !== void 0) {
      let r = s.filter;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++)
          if (typeof r[o] != "string") {
            const m = { instancePath: i + "/filter/" + o, keyword: "type", params: { type: "string" }, message: "must be string" };
            e === null ? e = [m] : e.push(m), t++;
          }
      } else {
        const n = { instancePath: i + "/filter", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return oe.errors = e, t === 0;
}
oe.evaluated = { props: { filter: !0, limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ve = pe;
function pe(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = pe.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return pe.errors = e, t === 0;
}
pe.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const We = le;
function le(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = le.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return le.errors = e, t === 0;
}
le.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const Ye = me;
function me(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = me.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.from === void 0) {
      const r = { instancePath: i, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (s.from !== void 0) {
      let r = s.from;
      if (typeof r == "string") {
        if (b(r) < 1) {
          const n = { instancePath: i + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return me.errors = e, t === 0;
}
me.evaluated = { props: { from: !0 }, dynamicProps: !1, dynamicItems: !1 };
const er = ue;
function ue(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = ue.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ue.errors = e, t === 0;
}
ue.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const rr = ye;
function ye(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = ye.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    if (s.limit !== void 0) {
      let r = s.limit;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/limit", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number") {
        if (r > 50 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "maximum", params: { comparison: "<=", limit: 50 }, message: "must be <= 50" };
          e === null ? e = [n] : e.push(n), t++;
        }
        if (r < 1 || isNaN(r)) {
          const n = { instancePath: i + "/limit", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
          e === null ? e = [n] : e.push(n), t++;
        }
      }
    }
    if (s.offset !== void 0) {
      let r = s.offset;
      if (!(typeof r == "number" && !(r % 1) && !isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "type", params: { type: "integer" }, message: "must be integer" };
        e === null ? e = [n] : e.push(n), t++;
      }
      if (typeof r == "number" && (r < 0 || isNaN(r))) {
        const n = { instancePath: i + "/offset", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return ye.errors = e, t === 0;
}
ye.evaluated = { props: { limit: !0, offset: !0 }, dynamicProps: !1, dynamicItems: !1 };
const ar = fe, sr = { type: "object", additionalProperties: !1, properties: { start: { type: "string", pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$" }, application: { $ref: "Application", unevaluatedProperties: !1 }, roles: { type: "array", items: { type: "object", required: ["name"], additionalProperties: !1, properties: { id: { type: "integer", minimum: 1 }, app_id: { type: "string" }, name: { type: "string", minLength: 1 }, description: { type: "string" }, access: { type: "integer" }, priority: { type: "integer", minimum: 1, maximum: 99 }, permissions: { type: "array", items: { type: "integer" } } } } }, channelTypes: { type: "array", items: { $ref: "ChannelTypeCreate" } }, users: { type: "array", items: { $ref: "User", unevaluatedProperties: !1 } }, channels: { type: "array", items: { type: "object", required: ["type"], additionalProperties: !1, properties: { id: { type: "string", pattern: "^\\d+$" }, uri: { $ref: "ChannelUpdate#/properties/uri" }, subject: { type: "string" }, label: { type: "string" }, metadata: { type: "string" }, avatar: { type: "string" }, created_at: { type: "string" }, type: { type: "string", minLength: 1 }, owner: { type: "string", minLength: 1 }, members: { type: "array", items: { $ref: "MemberAdd", unevaluatedProperties: !1 } }, blocked: { type: "array", items: { type: "string", minLength: 1 } }, messages: { type: "array", items: { type: "object", required: ["from", "body"], additionalProperties: !1, properties: { id: { type: "string", pattern: "^\\d+$" }, from: { type: "string", minLength: 1 }, body: { type: "string" }, type: { type: "string" }, metadata: { type: "string" }, attachments: { type: "array", items: { $ref: "AttachmentSend" } } } } } } } }, files: { type: "array", items: { type: "object", required: ["name", "content"], additionalProperties: !1, properties: { name: { type: "string", minLength: 1 }, type: { type: "string" }, content: { type: "string", pattern: "^[A-Za-z0-9+/]*={0,2}$" } } } } }, $id: "Seed" }, tr = new RegExp("^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$", "u"), Ae = new RegExp("^\\d+$", "u"), nr = new RegExp("^[A-Za-z0-9+/]*={0,2}$", "u");
function x(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = x.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), typeof s == "string") {
    if (b(s) > 128) {
      const r = { instancePath: i, keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (b(s) < 1) {
      const r = { instancePath: i, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
      e === null ? e = [r] : e.push(r), t++;
    }
    if (!he.test(s)) {
      const r = { instancePath: i, keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
      e === null ? e = [r] : e.push(r), t++;
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "string" }, message: "must be string" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return x.errors = e, t === 0;
}
x.evaluated = { dynamicProps: !1, dynamicItems: !1 };
const ir = Object.prototype.hasOwnProperty;
function fe(s, { instancePath: i = "", parentData: c, parentDataProperty: g, rootData: y = s, dynamicAnchors: f = {} } = {}) {
  let e = null, t = 0;
  const p = fe.evaluated;
  if (p.dynamicProps && (p.props = void 0), p.dynamicItems && (p.items = void 0), s && typeof s == "object" && !Array.isArray(s)) {
    for (const r in s)
      if (!(r === "start" || r === "application" || r === "roles" || r === "channelTypes" || r === "users" || r === "channels" || r === "files")) {
        const n = { instancePath: i, keyword: "additionalProperties", params: { additionalProperty: r }, message: "must NOT have additional properties" };
        e === null ? e = [n] : e.push(n), t++;
      }
    if (s.start !== void 0) {
      let r = s.start;
      if (typeof r == "string") {
        if (!tr.test(r)) {
          const n = { instancePath: i + "/start", keyword: "pattern", params: { pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$" }, message: 'must match pattern "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{3})?Z$"' };
          e === null ? e = [n] : e.push(n), t++;
        }
      } else {
        const n = { instancePath: i + "/start", keyword: "type", params: { type: "string" }, message: "must be string" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.application !== void 0) {
      let r = s.application;
      if (_(r, { instancePath: i + "/application", parentData: s, parentDataProperty: "application", rootData: y, dynamicAnchors: f }) || (e = e === null ? _.errors : e.concat(_.errors), t = e.length), r && typeof r == "object" && !Array.isArray(r)) {
        for (const n in r)
          if (n !== "name" && n !== "public_key") {
            const o = { instancePath: i + "/application", keyword: "unevaluatedProperties", params: { unevaluatedProperty: n }, message: "must NOT have unevaluated properties" };
            e === null ? e = [o] : e.push(o), t++;
          }
      }
    }
    if (s.roles !== void 0) {
      let r = s.roles;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++) {
          let m = r[o];
          if (m && typeof m == "object" && !Array.isArray(m)) {
            if (m.name === void 0) {
              const l = { instancePath: i + "/roles/" + o, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            for (const l in m)
              if (!(l === "id" || l === "app_id" || l === "name" || l === "description" || l === "access" || l === "priority" || l === "permissions")) {
                const u = { instancePath: i + "/roles/" + o, keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
                e === null ? e = [u] : e.push(u), t++;
              }
            if (m.id !== void 0) {
              let l = m.id;
              if (!(typeof l == "number" && !(l % 1) && !isNaN(l))) {
                const u = { instancePath: i + "/roles/" + o + "/id", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = [u] : e.push(u), t++;
              }
              if (typeof l == "number" && (l < 1 || isNaN(l))) {
                const u = { instancePath: i + "/roles/" + o + "/id", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
            if (m.app_id !== void 0 && typeof m.app_id != "string") {
              const l = { instancePath: i + "/roles/" + o + "/app_id", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (m.name !== void 0) {
              let l = m.name;
              if (typeof l == "string") {
                if (b(l) < 1) {
                  const u = { instancePath: i + "/roles/" + o + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = [u] : e.push(u), t++;
                }
              } else {
                const u = { instancePath: i + "/roles/" + o + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
            if (m.description !== void 0 && typeof m.description != "string") {
              const l = { instancePath: i + "/roles/" + o + "/description", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (m.access !== void 0) {
              let l = m.access;
              if (!(typeof l == "number" && !(l % 1) && !isNaN(l))) {
                const u = { instancePath: i + "/roles/" + o + "/access", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
            if (m.priority !== void 0) {
              let l = m.priority;
              if (!(typeof l == "number" && !(l % 1) && !isNaN(l))) {
                const u = { instancePath: i + "/roles/" + o + "/priority", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                e === null ? e = [u] : e.push(u), t++;
              }
              if (typeof l == "number") {
                if (l > 99 || isNaN(l)) {
                  const u = { instancePath: i + "/roles/" + o + "/priority", keyword: "maximum", params: { comparison: "<=", limit: 99 }, message: "must be <= 99" };
                  e === null ? e = [u] : e.push(u), t++;
                }
                if (l < 1 || isNaN(l)) {
                  const u = { instancePath: i + "/roles/" + o + "/priority", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  e === null ? e = [u] : e.push(u), t++;
                }
              }
            }
            if (m.permissions !== void 0) {
              let l = m.permissions;
              if (Array.isArray(l)) {
                const u = l.length;
                for (let h = 0; h < u; h++) {
                  let w = l[h];
                  if (!(typeof w == "number" && !(w % 1) && !isNaN(w))) {
                    const d = { instancePath: i + "/roles/" + o + "/permissions/" + h, keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    e === null ? e = [d] : e.push(d), t++;
                  }
                }
              } else {
                const u = { instancePath: i + "/roles/" + o + "/permissions", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
          } else {
            const l = { instancePath: i + "/roles/" + o, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/roles", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.channelTypes !== void 0) {
      let r = s.channelTypes;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++)
          D(r[o], { instancePath: i + "/channelTypes/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? D.errors : e.concat(D.errors), t = e.length);
      } else {
        const n = { instancePath: i + "/channelTypes", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.users !== void 0) {
      let r = s.users;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++) {
          let m = r[o];
          if (A(m, { instancePath: i + "/users/" + o, parentData: r, parentDataProperty: o, rootData: y, dynamicAnchors: f }) || (e = e === null ? A.errors : e.concat(A.errors), t = e.length), m && typeof m == "object" && !Array.isArray(m)) {
            for (const l in m)
              if (l !== "username" && l !== "first_name" && l !== "last_name" && l !== "avatar" && l !== "created_at" && l !== "updated_at" && l !== "last_login_at" && l !== "presence_status") {
                const u = { instancePath: i + "/users/" + o, keyword: "unevaluatedProperties", params: { unevaluatedProperty: l }, message: "must NOT have unevaluated properties" };
                e === null ? e = [u] : e.push(u), t++;
              }
          }
        }
      } else {
        const n = { instancePath: i + "/users", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.channels !== void 0) {
      let r = s.channels;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++) {
          let m = r[o];
          if (m && typeof m == "object" && !Array.isArray(m)) {
            if (m.type === void 0) {
              const l = { instancePath: i + "/channels/" + o, keyword: "required", params: { missingProperty: "type" }, message: "must have required property 'type'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            for (const l in m)
              if (!ir.call(sr.properties.channels.items.properties, l)) {
                const u = { instancePath: i + "/channels/" + o, keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
                e === null ? e = [u] : e.push(u), t++;
              }
            if (m.id !== void 0) {
              let l = m.id;
              if (typeof l == "string") {
                if (!Ae.test(l)) {
                  const u = { instancePath: i + "/channels/" + o + "/id", keyword: "pattern", params: { pattern: "^\\d+$" }, message: 'must match pattern "^\\d+$"' };
                  e === null ? e = [u] : e.push(u), t++;
                }
              } else {
                const u = { instancePath: i + "/channels/" + o + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
            if (m.uri !== void 0 && (x(m.uri, { instancePath: i + "/channels/" + o + "/uri", parentData: m, parentDataProperty: "uri", rootData: y, dynamicAnchors: f }) || (e = e === null ? x.errors : e.concat(x.errors), t = e.length)), m.subject !== void 0 && typeof m.subject != "string") {
              const l = { instancePath: i + "/channels/" + o + "/subject", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (m.label !== void 0 && typeof m.label != "string") {
              const l = { instancePath: i + "/channels/" + o + "/label", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (m.metadata !== void 0 && typeof m.metadata != "string") {
              const l = { instancePath: i + "/channels/" + o + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (m.avatar !== void 0 && typeof m.avatar != "string") {
              const l = { instancePath: i + "/channels/" + o + "/avatar", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (m.created_at !== void 0 && typeof m.created_at != "string") {
              const l = { instancePath: i + "/channels/" + o + "/created_at", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (m.type !== void 0) {
              let l = m.type;
              if (typeof l == "string") {
                if (b(l) < 1) {
                  const u = { instancePath: i + "/channels/" + o + "/type", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = [u] : e.push(u), t++;
                }
              } else {
                const u = { instancePath: i + "/channels/" + o + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
            if (m.owner !== void 0) {
              let l = m.owner;
              if (typeof l == "string") {
                if (b(l) < 1) {
                  const u = { instancePath: i + "/channels/" + o + "/owner", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = [u] : e.push(u), t++;
                }
              } else {
                const u = { instancePath: i + "/channels/" + o + "/owner", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
            if (m.members !== void 0) {
              let l = m.members;
              if (Array.isArray(l)) {
                const u = l.length;
                for (let h = 0; h < u; h++) {
                  let w = l[h];
                  if (v(w, { instancePath: i + "/channels/" + o + "/members/" + h, parentData: l, parentDataProperty: h, rootData: y, dynamicAnchors: f }) || (e = e === null ? v.errors : e.concat(v.errors), t = e.length), w && typeof w == "object" && !Array.isArray(w)) {
                    for (const d in w)
                      if (d !== "username" && d !== "role") {
                        const k = { instancePath: i + "/channels/" + o + "/members/" + h, keyword: "unevaluatedProperties", params: { unevaluatedProperty: d }, message: "must NOT have unevaluated properties" };
                        e === null ? e = [k] : e.push(k), t++;
                      }
                  }
                }
              } else {
                const u = { instancePath: i + "/channels/" + o + "/members", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
            if (m.blocked !== void 0) {
              let l = m.blocked;
              if (Array.isArray(l)) {
                const u = l.length;
                for (let h = 0; h < u; h++) {
                  let w = l[h];
                  if (typeof w == "string") {
                    if (b(w) < 1) {
                      const d = { instancePath: i + "/channels/" + o + "/blocked/" + h, keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      e === null ? e = [d] : e.push(d), t++;
                    }
                  } else {
                    const d = { instancePath: i + "/channels/" + o + "/blocked/" + h, keyword: "type", params: { type: "string" }, message: "must be string" };
                    e === null ? e = [d] : e.push(d), t++;
                  }
                }
              } else {
                const u = { instancePath: i + "/channels/" + o + "/blocked", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
            if (m.messages !== void 0) {
              let l = m.messages;
              if (Array.isArray(l)) {
                const u = l.length;
                for (let h = 0; h < u; h++) {
                  let w = l[h];
                  if (w && typeof w == "object" && !Array.isArray(w)) {
                    if (w.from === void 0) {
                      const d = { instancePath: i + "/channels/" + o + "/messages/" + h, keyword: "required", params: { missingProperty: "from" }, message: "must have required property 'from'" };
                      e === null ? e = [d] : e.push(d), t++;
                    }
                    if (w.body === void 0) {
                      const d = { instancePath: i + "/channels/" + o + "/messages/" + h, keyword: "required", params: { missingProperty: "body" }, message: "must have required property 'body'" };
                      e === null ? e = [d] : e.push(d), t++;
                    }
                    for (const d in w)
                      if (!(d === "id" || d === "from" || d === "body" || d === "type" || d === "metadata" || d === "attachments")) {
                        const k = { instancePath: i + "/channels/" + o + "/messages/" + h, keyword: "additionalProperties", params: { additionalProperty: d }, message: "must NOT have additional properties" };
                        e === null ? e = [k] : e.push(k), t++;
                      }
                    if (w.id !== void 0) {
                      let d = w.id;
                      if (typeof d == "string") {
                        if (!Ae.test(d)) {
                          const k = { instancePath: i + "/channels/" + o + "/messages/" + h + "/id", keyword: "pattern", params: { pattern: "^\\d+$" }, message: 'must match pattern "^\\d+$"' };
                          e === null ? e = [k] : e.push(k), t++;
                        }
                      } else {
                        const k = { instancePath: i + "/channels/" + o + "/messages/" + h + "/id", keyword: "type", params: { type: "string" }, message: "must be string" };
                        e === null ? e = [k] : e.push(k), t++;
                      }
                    }
                    if (w.from !== void 0) {
                      let d = w.from;
                      if (typeof d == "string") {
                        if (b(d) < 1) {
                          const k = { instancePath: i + "/channels/" + o + "/messages/" + h + "/from", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                          e === null ? e = [k] : e.push(k), t++;
                        }
                      } else {
                        const k = { instancePath: i + "/channels/" + o + "/messages/" + h + "/from", keyword: "type", params: { type: "string" }, message: "must be string" };
                        e === null ? e = [k] : e.push(k), t++;
                      }
                    }
                    if (w.body !== void 0 && typeof w.body != "string") {
                      const d = { instancePath: i + "/channels/" + o + "/messages/" + h + "/body", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = [d] : e.push(d), t++;
                    }
                    if (w.type !== void 0 && typeof w.type != "string") {
                      const d = { instancePath: i + "/channels/" + o + "/messages/" + h + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = [d] : e.push(d), t++;
                    }
                    if (w.metadata !== void 0 && typeof w.metadata != "string") {
                      const d = { instancePath: i + "/channels/" + o + "/messages/" + h + "/metadata", keyword: "type", params: { type: "string" }, message: "must be string" };
                      e === null ? e = [d] : e.push(d), t++;
                    }
                    if (w.attachments !== void 0) {
                      let d = w.attachments;
                      if (Array.isArray(d)) {
                        const k = d.length;
                        for (let O = 0; O < k; O++)
                          N(d[O], { instancePath: i + "/channels/" + o + "/messages/" + h + "/attachments/" + O, parentData: d, parentDataProperty: O, rootData: y, dynamicAnchors: f }) || (e = e === null ? N.errors : e.concat(N.errors), t = e.length);
                      } else {
                        const k = { instancePath: i + "/channels/" + o + "/messages/" + h + "/attachments", keyword: "type", params: { type: "array" }, message: "must be array" };
                        e === null ? e = [k] : e.push(k), t++;
                      }
                    }
                  } else {
                    const d = { instancePath: i + "/channels/" + o + "/messages/" + h, keyword: "type", params: { type: "object" }, message: "must be object" };
                    e === null ? e = [d] : e.push(d), t++;
                  }
                }
              } else {
                const u = { instancePath: i + "/channels/" + o + "/messages", keyword: "type", params: { type: "array" }, message: "must be array" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
          } else {
            const l = { instancePath: i + "/channels/" + o, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/channels", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
    if (s.files !== void 0) {
      let r = s.files;
      if (Array.isArray(r)) {
        const n = r.length;
        for (let o = 0; o < n; o++) {
          let m = r[o];
          if (m && typeof m == "object" && !Array.isArray(m)) {
            if (m.name === void 0) {
              const l = { instancePath: i + "/files/" + o, keyword: "required", params: { missingProperty: "name" }, message: "must have required property 'name'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (m.content === void 0) {
              const l = { instancePath: i + "/files/" + o, keyword: "required", params: { missingProperty: "content" }, message: "must have required property 'content'" };
              e === null ? e = [l] : e.push(l), t++;
            }
            for (const l in m)
              if (!(l === "name" || l === "type" || l === "content")) {
                const u = { instancePath: i + "/files/" + o, keyword: "additionalProperties", params: { additionalProperty: l }, message: "must NOT have additional properties" };
                e === null ? e = [u] : e.push(u), t++;
              }
            if (m.name !== void 0) {
              let l = m.name;
              if (typeof l == "string") {
                if (b(l) < 1) {
                  const u = { instancePath: i + "/files/" + o + "/name", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  e === null ? e = [u] : e.push(u), t++;
                }
              } else {
                const u = { instancePath: i + "/files/" + o + "/name", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
            if (m.type !== void 0 && typeof m.type != "string") {
              const l = { instancePath: i + "/files/" + o + "/type", keyword: "type", params: { type: "string" }, message: "must be string" };
              e === null ? e = [l] : e.push(l), t++;
            }
            if (m.content !== void 0) {
              let l = m.content;
              if (typeof l == "string") {
                if (!nr.test(l)) {
                  const u = { instancePath: i + "/files/" + o + "/content", keyword: "pattern", params: { pattern: "^[A-Za-z0-9+/]*={0,2}$" }, message: 'must match pattern "^[A-Za-z0-9+/]*={0,2}$"' };
                  e === null ? e = [u] : e.push(u), t++;
                }
              } else {
                const u = { instancePath: i + "/files/" + o + "/content", keyword: "type", params: { type: "string" }, message: "must be string" };
                e === null ? e = [u] : e.push(u), t++;
              }
            }
          } else {
            const l = { instancePath: i + "/files/" + o, keyword: "type", params: { type: "object" }, message: "must be object" };
            e === null ? e = [l] : e.push(l), t++;
          }
        }
      } else {
        const n = { instancePath: i + "/files", keyword: "type", params: { type: "array" }, message: "must be array" };
        e === null ? e = [n] : e.push(n), t++;
      }
    }
  } else {
    const r = { instancePath: i, keyword: "type", params: { type: "object" }, message: "must be object" };
    e === null ? e = [r] : e.push(r), t++;
  }
  return fe.errors = e, t === 0;
}
fe.evaluated = { props: !0, dynamicProps: !1, dynamicItems: !1 };
const or = {
  getApplication: { responses: { 200: be, 400: a, 401: a, 403: a, 429: a, 500: a } },
  updateApplication: { body: Pe, responses: { 200: be, 400: a, 401: a, 403: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  getStorageInfo: { responses: { 200: Ne, 400: a, 401: a, 403: a, 429: a, 500: a } },
  createChannelType: { body: _e, responses: { 200: qe, 400: a, 401: a, 403: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  deleteChannelType: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  listChannels: { query: Ke, responses: { 200: Te, 400: a, 401: a, 403: a, 422: a, 429: a, 500: a } },
  getChannel: { responses: { 200: M, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  updateChannel: { body: $e, responses: { 200: M, 400: a, 401: a, 403: a, 404: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  deleteChannel: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  listBlockedMembers: { query: Ve, responses: { 200: we, 400: a, 401: a, 403: a, 404: a, 422: a, 429: a, 500: a } },
  listMessages: { query: We, responses: { 200: Oe, 400: a, 401: a, 403: a, 404: a, 422: a, 429: a, 500: a } },
  sendMessage: { body: Ee, responses: { 200: ke, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  editMessage: { body: Me, responses: { 200: ke, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  deleteMessage: { query: Ye, responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 422: a, 429: a, 500: a } },
  startTyping: { body: ve, responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  stopTyping: { body: ve, responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  listChannelMembers: { query: er, responses: { 200: we, 400: a, 401: a, 403: a, 404: a, 422: a, 429: a, 500: a } },
  addChannelMembers: { body: Ce, responses: { 200: je, 400: a, 401: a, 403: a, 404: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  removeChannelMembers: { body: Ue, responses: { 200: je, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  createDirectChannel: { body: Re, responses: { 200: M, 400: a, 401: a, 403: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  uploadFile: { responses: { 200: Ze, 400: a, 401: a, 403: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  downloadFile: { responses: { 200: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  deleteFile: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  deleteMessageAttachments: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  createPrivateChannel: { body: Se, responses: { 200: M, 400: a, 401: a, 403: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  createPublicChannel: { body: Qe, responses: { 200: M, 400: a, 401: a, 403: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  listRoles: { responses: { 200: Fe, 400: a, 401: a, 403: a, 429: a, 500: a } },
  createRole: { body: Be, responses: { 200: ce, 400: a, 401: a, 403: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  getRole: { responses: { 200: ce, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  updateRole: { body: Je, responses: { 200: ce, 400: a, 401: a, 403: a, 404: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  deleteRole: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 409: a, 429: a, 500: a } },
  listUsers: { query: rr, responses: { 200: Xe, 400: a, 401: a, 403: a, 422: a, 429: a, 500: a } },
  createUser: { body: Ge, responses: { 200: de, 400: a, 401: a, 403: a, 409: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  getUser: { responses: { 200: de, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } },
  updateUser: { body: He, responses: { 200: de, 400: a, 401: a, 403: a, 404: a, 413: a, 415: a, 422: a, 429: a, 500: a } },
  deleteUser: { responses: { 204: null, 400: a, 401: a, 403: a, 404: a, 429: a, 500: a } }
};
const pr = { "": ["start", "application", "roles", "channelTypes", "users", "channels", "files"], application: ["name", "public_key"], roles: ["id", "app_id", "name", "description", "access", "priority", "permissions"], users: ["username", "first_name", "last_name", "avatar", "created_at", "updated_at", "last_login_at", "presence_status"], channels: ["id", "uri", "subject", "label", "metadata", "avatar", "created_at", "type", "owner", "members", "blocked", "messages"], "channels/members": ["username", "role"], "channels/messages": ["id", "from", "body", "type", "metadata", "attachments"], files: ["name", "type", "content"] };
export {
  pr as seedFields,
  ar as validateSeed,
  or as validators
};
