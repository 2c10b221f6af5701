namespace Samstyre.Domain;

/// <summary>A name that somebody taught: what those words mean wherever a form says them.</summary>
/// <param name="Words">The words as they were taught.</param>
/// <param name="Target">What they name; null where they name nothing that the portfolio follows.</param>
public sealed record KnownName(string Words, TargetRef? Target);
