using System.Security.Cryptography;
using InclusionPlatform.Shared.Privacy;
using Microsoft.AspNetCore.DataProtection;

namespace InclusionPlatform.UnitTests.Shared;

internal sealed class BatchKeysTests
{
    private readonly EphemeralDataProtectionProvider ring = new();

    [Test]
    public void Batch_WhenOpenedOnAnotherNode_TellsEachTextAndNeverLooksTheSame()
    {
        var batch = Node().BeginBatch();
        string[] texts = ["però «sì» 🙂", "", "IT60X0542811101000000123456"];

        var made = texts.Select(text => batch.Protect(text)!).ToArray();

        var other = Node();
        Assert.That(made.Select(other.Unprotect), Is.EqualTo(texts));
        Assert.That(batch.Protect(texts[0]), Is.Not.EqualTo(made[0]));
        Assert.That(batch.Protect(null), Is.Null);
        Assert.That(made, Has.None.Contains("IT60"));
    }

    [Test]
    public void Batch_WhenItsTextsAreMadeOnAllProcessors_OpensThemAll()
    {
        var cipher = Node();
        var batch = cipher.BeginBatch();

        var made = Together.Each([.. Enumerable.Range(0, 3000)], number => batch.Protect($"{number}"));

        Assert.That(Together.Each(made, cipher.Unprotect), Is.EqualTo(Enumerable.Range(0, 3000).Select(number => $"{number}")));
        Assert.That(made.Distinct().Count(), Is.EqualTo(3000));
    }

    [Test]
    public void Batch_WhenTouchedOrUnderAnothersKey_DoesNotOpen()
    {
        var cipher = Node();
        var (one, other) = (cipher.BeginBatch().Protect("segreto")!, cipher.BeginBatch().Protect("segreto")!);
        var mixed = one[..(one.IndexOf('.', 3) + 1)] + other[(other.IndexOf('.', 3) + 1)..];
        var touched = one[..^2] + (one[^2] == 'A' ? 'B' : 'A') + one[^1];

        Assert.Throws<AuthenticationTagMismatchException>(() => cipher.Unprotect(mixed));
        Assert.Throws<AuthenticationTagMismatchException>(() => cipher.Unprotect(touched));
        Assert.Throws<CryptographicException>(() => cipher.Unprotect("b1.without"));
        Assert.Throws<CryptographicException>(() => new FieldCipher(new EphemeralDataProtectionProvider(), new PersonKeys(ring, new())).Unprotect(one), "the ring of another installation opens none");
    }

    [Test]
    public void Batch_WhenManyHaveBeenOpened_StillOpensTheFirst()
    {
        var cipher = Node();
        var made = Enumerable.Range(0, 250).Select(number => cipher.BeginBatch().Protect($"{number}")!).ToArray();

        Assert.That(made.Select(cipher.Unprotect), Is.EqualTo(Enumerable.Range(0, 250).Select(number => $"{number}")));
        Assert.That(cipher.Unprotect(made[0]), Is.EqualTo("0"));
    }

    private FieldCipher Node() => new(ring, new PersonKeys(ring, new()));
}
