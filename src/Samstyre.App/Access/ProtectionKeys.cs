using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Repositories;
using Samstyre.Storage;

namespace Samstyre.App.Access;

/// <summary>Keeps the framework's keys in the store, so that every process of an installation reads each other's cookies and a restart logs nobody out.</summary>
internal sealed class ProtectionKeys(Db db, TimeProvider time) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() => [.. ProtectionKeyStore.All(db).Select(xml => XElement.Parse(xml))];

    public void StoreElement(XElement element, string friendlyName) => ProtectionKeyStore.Add(db, friendlyName, element.ToString(SaveOptions.DisableFormatting), time.GetUtcNow());
}
