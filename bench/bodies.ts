/** The response bodies of the stubs and servers, as JSON. */
export const user = JSON.stringify({
  username: 'zoe',
  first_name: 'Zoe',
  last_name: 'Papadaki',
  avatar: 'https://cdn.example.com/pictures/2020/12/01/zoe-at-the-sea.png',
  created_at: '2020-12-01T09:30:00.000Z',
  updated_at: '2020-12-02T10:00:00.000Z',
  last_login_at: '2020-12-09T18:45:12.000Z',
  presence_status: 1,
})

export const message = JSON.stringify({
  id: '101437428530810881',
  from: 'zoe',
  body: 'Hello',
  type: 'text',
  metadata: '{}',
  attachments: [],
})
