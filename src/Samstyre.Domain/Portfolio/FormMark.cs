using System.Globalization;

namespace Samstyre.Domain;

/// <summary>What a form that the system handed out says of itself, out of sight of whoever fills it in.</summary>
/// <param name="Version">Version of the form's layout.</param>
/// <param name="Portfolio">Code of the portfolio that it came from; null where it does not say.</param>
/// <param name="Initiative">The initiative that it was made for, by national id or by identity in the store; null for a blank form.</param>
/// <param name="Round">Code of the round that it was made for; null for none in particular.</param>
public sealed record FormMark(int Version, string? Portfolio, string? Initiative, string? Round)
{
    /// <summary>The initiative's national id; null where it is not named by one.</summary>
    public int? NationalId => int.TryParse(Initiative, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>The initiative's identity in the store; null where it is not named by it.</summary>
    public Guid? InitiativeId => NationalId is null && Guid.TryParse(Initiative, out var id) ? id : null;
}
