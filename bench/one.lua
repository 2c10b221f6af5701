-- Asks for one address again and again, or for the pages of all initiatives whose ids a file lists, in turn.
local paths, i = {}, 0
function init(args)
    if args[2] then
        for id in io.lines(args[2]) do paths[#paths + 1] = args[1] .. "/tiltak/" .. id end
    else
        paths[1] = args[1]
    end
end
function request()
    i = i % #paths + 1
    return wrk.format("GET", paths[i])
end
function done(summary, latency)
    io.write(string.format("RESULT %.0f %.2f %d\n", summary.requests / (summary.duration / 1e6), latency:percentile(99) / 1000, summary.errors.status + summary.errors.connect + summary.errors.read + summary.errors.timeout))
end
