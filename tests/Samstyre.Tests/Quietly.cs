using FsCheck;

namespace Samstyre.Tests;

/// <summary>How properties are tried: the first one that does not hold throws, and those that hold say nothing.</summary>
internal static class Quietly
{
    /// <summary>Tries a property that many times.</summary>
    public static Config Try(int times = 100) => Config.QuickThrowOnFailure.WithMaxTest(times).WithQuietOnSuccess(true);
}
