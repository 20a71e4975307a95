-- Writes what became of a message under what it was frozen as. `take` gives, in this order: send id, line, seconds to keep, state, machine, to,
-- office instant, has message id, is a list that arrived, how many occurrences it shows (none unless it was sent), and
-- these. `message` is message:<chat>:<id>, or anything if there is no message id.
local function settleSend(send, sending, lists, shown, message, take)
  local id, line, keep, state, machine, to, office = take(), take(), take(), take(), take(), take(), take()
  local hasMessage, isList = take(), take()
  if redis.call('EXISTS', send) == 1 then redis.call('APPEND', send, line) end
  if state == 'sending' then redis.call('ZADD', sending, machine, id) else redis.call('ZREM', sending, id) end
  if hasMessage == '1' then redis.call('SET', message, id, 'EX', keep) end

  -- Outcomes may come in out of order; the newest message is the one that people look at.
  local function note(key, field)
    local last = redis.call('HGET', key, field)
    local lastAt = last and tonumber(string.match(last, '^(%-?%d+) '))
    if not lastAt or lastAt <= tonumber(office) then redis.call('HSET', key, field, office .. ' ' .. id) end
  end
  if isList == '1' then note(lists, to) end
  local count = tonumber(take())
  for _ = 1, count do note(shown, take()) end
  if count > 0 then redis.call('EXPIRE', shown, keep) end
end
