using System.Globalization;
using Samstyre.Storage;

namespace Samstyre.App.Features.Desk;

/// <summary>How addresses name the initiative of an assignment: by its national id, or else by its identity.</summary>
internal static class InitiativeKey
{
    public static string Of(AssignmentRow row) => row.NationalId?.ToString(CultureInfo.InvariantCulture) ?? row.Assignment.Initiative.ToString("N");
}
