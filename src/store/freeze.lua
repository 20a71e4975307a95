-- Takes notices out of waiting and freezes the message that says them: all or nothing.
-- KEYS 1 waiting:<to>, 2 waiting, 3 send, 4 sending, 5… spoken:<day> in which it counts
-- ARGV to, send id, send JSON, machine, seconds to keep, seconds to keep a count, notice ids …
-- Returns 1; 0 if any notice is gone or this very message was frozen before.
for i = 7, #ARGV do
  if redis.call('HEXISTS', KEYS[1], ARGV[i]) == 0 then return 0 end
end
if redis.call('SET', KEYS[3], ARGV[3], 'EX', ARGV[5], 'NX') == false then return 0 end
for i = 7, #ARGV do redis.call('HDEL', KEYS[1], ARGV[i]) end
if redis.call('EXISTS', KEYS[1]) == 0 then redis.call('ZREM', KEYS[2], ARGV[1]) end
redis.call('ZADD', KEYS[4], ARGV[4], ARGV[2])
for i = 5, #KEYS do
  redis.call('HINCRBY', KEYS[i], ARGV[1], 1)
  redis.call('EXPIRE', KEYS[i], ARGV[6])
end
return 1
