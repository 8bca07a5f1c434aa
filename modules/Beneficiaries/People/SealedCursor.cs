using System.Security.Cryptography;
using InclusionPlatform.Shared.Privacy;

namespace InclusionPlatform.Beneficiaries.People;

/// <summary>A point in a list ordered by name. Cursors travel and are kept by clients, so the name in it is encrypted.</summary>
internal sealed class SealedCursor(IFieldCipher cipher)
{
    public string Seal(string name, Guid id) => cipher.Protect($"{id:N}{name}")!;

    /// <exception cref="FieldException"><c>paging.cursor</c> if it was made up.</exception>
    public (string Name, Guid Id)? Open(string? cursor)
    {
        if (Paging.Decode(cursor, 1) is not [var part])
        {
            return null;
        }

        try
        {
            var text = cipher.Unprotect(part)!;
            return (text[32..], Guid.ParseExact(text[..32], "N"));
        }
        catch (CryptographicException)
        {
            throw new FieldException("cursor", "paging.cursor", new(
                "Il punto da cui continuare l'elenco non è valido: si ricomincia dalla prima pagina.",
                "The point to continue the list from is not valid: start again from the first page."));
        }
    }
}
