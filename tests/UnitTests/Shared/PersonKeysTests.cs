using System.Diagnostics;
using System.Security.Cryptography;
using InclusionPlatform.Shared.Privacy;
using Microsoft.AspNetCore.DataProtection;

namespace InclusionPlatform.UnitTests.Shared;

internal sealed class PersonKeysTests
{
    private readonly EphemeralDataProtectionProvider ring = new();
    private string folder = null!;

    [SetUp]
    public void MakeFolder() => folder = Directory.CreateTempSubdirectory("person-keys").FullName;

    [TearDown]
    public void RemoveFolder() => Directory.Delete(folder, recursive: true);

    [Test]
    public void Cipher_WhenForAPerson_OpensOnEveryNodeAndNeverLooksTheSame()
    {
        var person = Guid.CreateVersion7();
        var cipher = Node(out _);

        var first = cipher.ProtectFor(person, "però «sì» 🙂")!;

        Assert.That(cipher.ProtectFor(person, "però «sì» 🙂"), Is.Not.EqualTo(first));
        Assert.That(Node(out _).Unprotect(first), Is.EqualTo("però «sì» 🙂"));
        Assert.That(cipher.Unprotect(cipher.Protect("comune")), Is.EqualTo("comune"), "what is of nobody stays under the common key");
        Assert.That(cipher.ProtectFor(person, null), Is.Null);
    }

    [Test]
    public void Cipher_WhenItSaysItIsAnothersOrWasTouched_DoesNotOpen()
    {
        var (one, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var cipher = Node(out _);
        var text = cipher.ProtectFor(one, "segreto")!;
        cipher.ProtectFor(other, "altro");

        Assert.Throws<AuthenticationTagMismatchException>(() => cipher.Unprotect(text.Replace(one.ToString("N"), other.ToString("N"), StringComparison.Ordinal)));
    }

    [Test]
    public void Destroy_WhenDone_NothingOpensOrIsWrittenAnyMoreOnThisNodeAndAfterARestart()
    {
        var (person, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var cipher = Node(out var keys);
        var (text, others) = (cipher.ProtectFor(person, "segreto")!, cipher.ProtectFor(other, "resta")!);

        keys.Destroy(person);
        keys.Destroy(person);

        Assert.Throws<PersonKeyDestroyedException>(() => cipher.Unprotect(text));
        Assert.Throws<PersonKeyDestroyedException>(() => cipher.ProtectFor(person, "di nuovo"));
        Assert.Throws<PersonKeyDestroyedException>(() => Node(out _).Unprotect(text));
        Assert.That(Node(out _).Unprotect(others), Is.EqualTo("resta"));
        Assert.That(keys.Destroyed(), Is.EqualTo(new[] { person }));
        Assert.That(Directory.EnumerateFiles(folder, "*.key", SearchOption.AllDirectories).Select(Path.GetFileName), Is.EqualTo(new[] { $"{other:N}.key" }));
    }

    [Test]
    public void Keys_WhenManyWantTheSameAtOnce_OneIsMadeAndAllOpen()
    {
        var person = Guid.CreateVersion7();

        var texts = Enumerable.Range(0, 32).AsParallel().Select(number => Node(out _).ProtectFor(person, $"{number}")!).ToArray();

        Assert.That(texts.Select(text => Node(out _).Unprotect(text)).Order(), Is.EqualTo(Enumerable.Range(0, 32).Select(number => $"{number}").Order()));
        Assert.That(Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Count(), Is.EqualTo(1));
    }

    [Test]
    public void Reading_WithThePersonsKey_IsNotSlowerThanWithTheCommonOne()
    {
        var cipher = Node(out _);
        var text = new string('x', 300);
        var common = Enumerable.Range(0, 200).Select(_ => cipher.Protect(text)!).ToArray();
        var own = Enumerable.Range(0, 200).Select(_ => cipher.ProtectFor(Guid.CreateVersion7(), text)!).ToArray();

        var (warm, before, after) = (Time(common) + Time(own), Time(common), Time(own));

        TestContext.Out.WriteLine($"common key {before.TotalMicroseconds / 2000:0.0} µs, own key {after.TotalMicroseconds / 2000:0.0} µs a text ({warm})");
        Assert.That(after, Is.LessThan(before * 2));

        TimeSpan Time(string[] texts)
        {
            var watch = Stopwatch.StartNew();
            for (var round = 0; round < 10; round++)
            {
                foreach (var one in texts)
                {
                    cipher.Unprotect(one);
                }
            }

            return watch.Elapsed;
        }
    }

    [Test]
    public void Expect_WhenKeysAreThereMissingOrDestroyed_ReadsWhatItCanAndTellsNothing()
    {
        var (person, never, gone) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var cipher = Node(out var keys);
        var (text, destroyed) = (cipher.ProtectFor(person, "segreto")!, cipher.ProtectFor(gone, "perduto")!);
        keys.Destroy(gone);
        var other = Node(out var expecting);

        expecting.Expect([person, never, gone]);
        expecting.Expect([]);

        // Its file may be taken away once it was read.
        var file = Directory.EnumerateFiles(folder, $"{person:N}.key", SearchOption.AllDirectories).Single();
        Assert.That(() => expecting.Knows(person), Is.True.After(5_000, 5));
        File.Delete(file);
        Assert.That(other.Unprotect(text), Is.EqualTo("segreto"));
        Assert.Throws<PersonKeyDestroyedException>(() => other.Unprotect(destroyed));
    }

    [Test]
    public void Destroy_WhileTheKeyIsReadElsewhere_IsNeverKept()
    {
        for (var round = 0; round < 200; round++)
        {
            var person = Guid.CreateVersion7();
            var text = Node(out _).ProtectFor(person, "segreto")!;
            var cipher = Node(out var keys);

            Parallel.Invoke(() => keys.Destroy(person), () => keys.Expect([person]), () => Tried(() => cipher.Unprotect(text)));

            Assert.Throws<PersonKeyDestroyedException>(() => cipher.Unprotect(text));
        }

        static void Tried(Action open)
        {
            try
            {
                open();
            }
            catch (Exception error) when (error is CryptographicException or IOException)
            {
                // Destroyed, or half overwritten.
            }
        }
    }

    private FieldCipher Node(out PersonKeys keys)
    {
        keys = new(ring, new() { KeysFolder = folder });
        return new(ring, keys);
    }
}
