-- Writes what became of a message.
-- KEYS 1 send, 2 sending, 3 lists, 4 shown:<to>, 5 message:<chat>:<id> (or send again, if there is none)
-- ARGV send id, send JSON, seconds to keep, state, machine, to, office instant, has message id, is a list that
--      arrived, occurrences that it shows (none unless it was sent) …
local id, keep, at = ARGV[1], ARGV[3], tonumber(ARGV[7])
redis.call('SET', KEYS[1], ARGV[2], 'EX', keep)
if ARGV[4] == 'sending' then redis.call('ZADD', KEYS[2], ARGV[5], id) else redis.call('ZREM', KEYS[2], id) end
if ARGV[8] == '1' then redis.call('SET', KEYS[5], id, 'EX', keep) end

-- Outcomes may come in out of order; the newest message is the one that people look at.
local function note(key, field)
  local last = redis.call('HGET', key, field)
  local lastAt = last and tonumber(string.match(last, '^(%-?%d+) '))
  if not lastAt or lastAt <= at then redis.call('HSET', key, field, ARGV[7] .. ' ' .. id) end
end
if ARGV[9] == '1' then note(KEYS[3], ARGV[6]) end
for i = 10, #ARGV do note(KEYS[4], ARGV[i]) end
if #ARGV >= 10 then redis.call('EXPIRE', KEYS[4], keep) end
return 1
